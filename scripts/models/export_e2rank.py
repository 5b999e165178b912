"""Exports E2Rank (a Qwen3 decoder) to ONNX as askg reads it, and writes the card that describes it.

    pip install torch transformers onnx onnxscript
    python export_e2rank.py Alibaba-NLP/E2Rank-0.6B OUT [--check 5]

Takes a folder or a name of a model hub; no code of the repository is run. OUT gets tokenizer.json, model.onnx (input_ids,
attention_mask, position_ids [batch, tokens] -> last_hidden_state [batch, tokens, hidden], after the final norm) with its weights
in model.onnx.data, and askg-model.json. `askg models add OUT` takes the folder from there. --check N compares the graph with
torch on N random prompts.
"""

import argparse
import json
import warnings
from pathlib import Path

import onnxruntime
import torch
from transformers import AutoTokenizer, Qwen3Model

warnings.filterwarnings("ignore")
NAMES = ["input_ids", "attention_mask", "position_ids"]


class States(torch.nn.Module):
    def __init__(self, model: Qwen3Model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids,
                          use_cache=False).last_hidden_state


def inputs_of(ids: torch.Tensor) -> dict:
    places = torch.arange(ids.shape[1]).expand(ids.shape).contiguous()
    return dict(zip(NAMES, [ids, torch.ones_like(ids), places]))


def check(module: States, path: Path, count: int) -> None:
    session = onnxruntime.InferenceSession(path)
    for seed in range(count):
        torch.manual_seed(seed)
        inputs = inputs_of(torch.randint(0, 151_643, (1, 7 + 90 * seed)))
        with torch.no_grad():
            expected = module(**inputs)
        given = torch.from_numpy(session.run(None, {name: value.numpy() for name, value in inputs.items()})[0])
        print(f"{inputs['input_ids'].shape[1]} tokens: largest difference {(given - expected).abs().max():.2e}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="e2rank-0.6b")
    parser.add_argument("--check", type=int, default=0)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    model = Qwen3Model.from_pretrained(given.source, attn_implementation="eager", dtype=torch.float32)
    module = States(model).eval()
    AutoTokenizer.from_pretrained(given.source).backend_tokenizer.save(str(given.out / "tokenizer.json"))
    rows, tokens = torch.export.Dim("batch", min=1), torch.export.Dim("tokens", min=2)
    with torch.no_grad():
        program = torch.onnx.export(module, kwargs=inputs_of(torch.arange(16).reshape(2, 8)), dynamo=True, opset_version=20,
                                    output_names=["last_hidden_state"], verbose=False,
                                    dynamic_shapes={name: {0: rows, 1: tokens} for name in NAMES})
    program.save(given.out / "model.onnx", external_data=True)
    (given.out / "askg-model.json").write_text(json.dumps({
        "name": given.name, "kind": "causal-model", "origin": given.source, "licence": "Apache-2.0",
        "maxTokens": min(model.config.max_position_embeddings, 32_768), "dimensions": model.config.hidden_size},
        indent=2) + "\n")
    check(module, given.out / "model.onnx", given.check)


main()
