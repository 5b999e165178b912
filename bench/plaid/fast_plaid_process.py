"""fast-plaid over vectors in files: fast_plaid_process.py FOLDER DOCUMENTS TOKENS DIMENSIONS QUERIES. Prints one line of JSON."""

import json
import os
import resource
import sys
import tempfile
import time

import numpy as np
import torch
from fast_plaid import search

folder, *sizes = sys.argv[1:]
documents, tokens, dimensions, queries = map(int, sizes)


def read(name, *shape):
    return torch.from_numpy(np.fromfile(os.path.join(folder, name), dtype="<f4").reshape(shape))


def processor():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    vectors = read("documents.f32", documents, tokens, dimensions)
    asked = read("queries.f32", queries, -1, dimensions)
    with tempfile.TemporaryDirectory() as index:
        start, used = time.perf_counter(), processor()
        engine = search.FastPlaid(index=os.path.join(index, "ix"), device="cpu")
        engine.create(documents_embeddings=list(vectors))
        built, used = time.perf_counter() - start, processor() - used
        size = sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(index) for name in names)
        engine.search(queries_embeddings=asked[:1], top_k=10)
        latencies, found, warm = [], [], processor()
        for query in asked:
            start = time.perf_counter()
            hits = engine.search(queries_embeddings=query[None], top_k=10)[0]
            latencies.append(1000 * (time.perf_counter() - start))
            found.append([int(hit[0]) for hit in hits])
        asking = 1000 * (processor() - warm) / queries
    outcome = {"buildS": built, "processorS": used, "bytes": size, "latencies": latencies, "processorMs": asking}
    print(json.dumps({**outcome, "found": found}))
