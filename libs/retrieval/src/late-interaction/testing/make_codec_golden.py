"""Codec bytes by torch and numpy as ColBERTv2's residual.py has them: make_codec_golden.py > codec-golden.json. Written anew."""

import json

import numpy as np
import torch

torch.manual_seed(4)
dim, centroids, vectors = 32, 5, 6


def unit(x):
    return torch.nn.functional.normalize(x, dim=-1)


C = unit(torch.randn(centroids, dim)).half().float()
v = unit(C[torch.randint(0, centroids, (vectors,))] + 0.5 * torch.randn(vectors, dim) / dim**0.5)
held = 0.1 * torch.randn(500)
codes = (C @ v.T).max(dim=0).indices
cases = []
for bits in (1, 2, 4):
    n = 2**bits
    cutoffs = held.quantile(torch.arange(1, n) / n)
    weights = held.quantile((torch.arange(0, n) + 0.5) / n)
    buckets = torch.bucketize(v - C[codes], cutoffs, right=False)
    stream = ((buckets.unsqueeze(-1) >> torch.arange(bits)) & 1).numpy().astype("uint8")
    packed = np.packbits(stream.reshape(-1)).reshape(vectors, dim * bits // 8)
    decoded = unit(C[codes] + weights[buckets])
    cases.append(
        {
            "bits": bits,
            "cutoffs": cutoffs.tolist(),
            "weights": weights.tolist(),
            "bytes": packed.tobytes().hex(),
            "decoded": [round(x, 6) for x in decoded.flatten().tolist()],
        }
    )
print(
    json.dumps(
        {
            "dimensions": dim,
            "centroids": C.flatten().tolist(),
            "vectors": v.flatten().tolist(),
            "heldOut": held.tolist(),
            "codes": codes.tolist(),
            "cases": cases,
        }
    )
)
