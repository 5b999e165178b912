"""Makes a decoder of make_qwen3.py into one that askg reads as jina-reranker-v3: adds its two marker tokens to the tokenizer and a
projector of the published shape with random weights, for the bench of rerankers.

    pip install torch safetensors
    python make_jina.py FOLDER

FOLDER is what make_qwen3.py wrote; its card and tokenizer are replaced.
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

folder = Path(sys.argv[1])
tokenizer = json.loads((folder / "tokenizer.json").read_text())
known = {token["content"] for token in tokenizer["added_tokens"]}
for token, number in (("<|embed_token|>", 151_670), ("<|rerank_token|>", 151_671)):
    if token not in known:
        tokenizer["added_tokens"].append({"id": number, "content": token, "single_word": False, "lstrip": False,
                                          "rstrip": False, "normalized": False, "special": True})
(folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))

torch.manual_seed(13)
save_file({"projector.0.weight": torch.randn(512, 1024) * 0.03, "projector.2.weight": torch.randn(512, 512) * 0.04},
          folder / "projector.safetensors")

card = json.loads((folder / "askg-model.json").read_text())
card |= {"name": "random-jina-reranker-v3", "origin": "random weights of the shape of jina-reranker-v3",
         "projector": "projector.safetensors"}
(folder / "askg-model.json").write_text(json.dumps(card, indent=2) + "\n")
