"""Exports jina-reranker-v3 (a Qwen3 decoder and a projector) to ONNX as askg reads it, and writes the card that describes it.

    pip install torch transformers tokenizers safetensors onnx onnxscript
    python export_jina_reranker_v3.py jinaai/jina-reranker-v3 OUT

Takes a folder or a name of a model hub; no code of the repository is run. The weights are under CC-BY-NC-4.0: no use that
earns money, which the card says (`commercial: false`). OUT gets tokenizer.json, askg-model.json and, by --layout,
  states   model.onnx: input_ids, attention_mask, position_ids [batch, tokens] -> last_hidden_state [batch, tokens, hidden],
           after the final norm, and projector.safetensors: projector.0.weight, projector.2.weight
  scoring  model.onnx: input_ids, attention_mask [1, tokens], document_positions [documents], query_position [1]
           -> scores [documents], documents [documents, projected], query [projected]: one pass gives the scores
Weights of more than 2 GB, the limit of ONNX, stand beside in model.onnx.data. `askg models add OUT` takes the folder from there.
--check N compares the exported graph with torch on N random prompts.
"""

import argparse
import json
import re
import shutil
import warnings
from pathlib import Path

import onnx
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import Qwen3Config, Qwen3Model

warnings.filterwarnings("ignore")
MARKERS = ["<|embed_token|>", "<|rerank_token|>"]
LAYERS = ["projector.0.weight", "projector.2.weight"]
INLINE_LIMIT = 1_900_000_000


class States(torch.nn.Module):
    def __init__(self, model: Qwen3Model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids,
                          use_cache=False).last_hidden_state


class Scoring(torch.nn.Module):
    def __init__(self, model: Qwen3Model, projector: torch.nn.Module):
        super().__init__()
        self.model, self.projector = model, projector

    def forward(self, input_ids, attention_mask, document_positions, query_position):
        states = self.model(input_ids=input_ids, attention_mask=attention_mask, use_cache=False).last_hidden_state[0]
        documents = self.projector(states.index_select(0, document_positions))
        query = self.projector(states.index_select(0, query_position))
        return torch.nn.functional.cosine_similarity(query, documents, dim=-1), documents, query[0]


def folder_of(source: str) -> Path:
    if Path(source).is_dir():
        return Path(source)
    from huggingface_hub import snapshot_download

    return Path(snapshot_download(source, allow_patterns=["*.json", "*.safetensors"]))


def read_weights(folder: Path) -> dict[str, torch.Tensor]:
    weights = {}
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, "pt") as file:
            weights |= {name: file.get_tensor(name).float() for name in file.keys()}
    return weights


def load(folder: Path) -> tuple[Qwen3Model, torch.nn.Module]:
    """The decoder and the projector, every tensor accounted for: one that is left out would only make the scores worse."""
    config = Qwen3Config.from_json_file(folder / "config.json")
    config._attn_implementation = "eager"
    weights = read_weights(folder)
    missing = [name for name in LAYERS if name not in weights]
    if missing:
        raise SystemExit(f"{folder} holds no {' and no '.join(missing)}.")
    first, second = (weights.pop(name) for name in LAYERS)
    projector = torch.nn.Sequential(torch.nn.Linear(first.shape[1], first.shape[0], bias=False), torch.nn.ReLU(),
                                    torch.nn.Linear(second.shape[1], second.shape[0], bias=False))
    projector[0].weight.data, projector[2].weight.data = first, second
    states = {re.sub(r"^model\.", "", name): value for name, value in weights.items() if not name.startswith("lm_head.")}
    model = Qwen3Model(config)
    model.load_state_dict(states, strict=True)
    return model.eval(), projector.eval()


def export(path: Path, module: torch.nn.Module, inputs: dict, outputs: list[str], shapes: dict) -> None:
    program = torch.onnx.export(module.eval(), kwargs=inputs, output_names=outputs, dynamic_shapes=shapes, dynamo=True,
                                opset_version=20, verbose=False)
    size = sum(parameter.numel() * 4 for parameter in module.parameters())
    program.save(path, external_data=size > INLINE_LIMIT)
    model = onnx.load(path, load_external_data=False)
    # Traces of this machine, which say nothing of the model.
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    del model.graph.value_info[:]
    onnx.save(model, path)
    onnx.checker.check_model(str(path))


def check(path: Path, module: torch.nn.Module, inputs_of, vocabulary: int, rounds: int) -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 0.0
    for round in range(rounds):
        inputs = inputs_of(torch.randint(0, vocabulary, (1, 16 + 23 * round)), 1 + round)
        with torch.no_grad():
            expected = module(**inputs)
        given = session.run(None, {name: value.numpy() for name, value in inputs.items()})
        for one, other in zip(given, expected if isinstance(expected, tuple) else (expected,)):
            worst = max(worst, float((torch.from_numpy(one) - other).abs().max()))
    print(f"largest difference from torch on {rounds} prompts: {worst:.2e}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="jina-reranker-v3")
    parser.add_argument("--layout", choices=["states", "scoring"], default="states")
    parser.add_argument("--check", type=int, default=0)
    arguments = parser.parse_args()

    folder = folder_of(arguments.source)
    model, projector = load(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    for marker in MARKERS:
        if tokenizer.token_to_id(marker) is None:
            raise SystemExit(f"The tokenizer does not know {marker}.")
    arguments.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / "tokenizer.json", arguments.out / "tokenizer.json")

    rows, tokens = torch.export.Dim("batch", min=1), torch.export.Dim("tokens", min=2)
    documents = torch.export.Dim("documents", min=1)
    path = arguments.out / "model.onnx"
    if arguments.layout == "states":
        module = States(model)

        def inputs_of(ids, _count):
            return {"input_ids": ids, "attention_mask": torch.ones_like(ids),
                    "position_ids": torch.arange(ids.shape[1]).expand(ids.shape).contiguous()}

        names, outputs = ("input_ids", "attention_mask", "position_ids"), ["last_hidden_state"]
        example = inputs_of(torch.randint(0, model.config.vocab_size, (2, 12)), 0)
        export(path, module, example, outputs, {name: {0: rows, 1: tokens} for name in names})
        state = {f"projector.{name}": value.contiguous() for name, value in projector.state_dict().items()}
        save_file(state, arguments.out / "projector.safetensors")
        (arguments.out / "projector.safetensors").chmod(0o644)
        special = {"kind": "causal-model", "dimensions": model.config.hidden_size, "projector": "projector.safetensors"}
    else:
        module = Scoring(model, projector)

        def inputs_of(ids, count):
            places = torch.arange(1, 1 + count)
            return {"input_ids": ids, "attention_mask": torch.ones_like(ids), "document_positions": places,
                    "query_position": torch.tensor([ids.shape[1] - 1])}

        example = inputs_of(torch.randint(0, model.config.vocab_size, (1, 12)), 3)
        export(path, module, example, ["scores", "documents", "query"],
               {"input_ids": {1: tokens}, "attention_mask": {1: tokens}, "document_positions": {0: documents},
                "query_position": None})
        special = {"kind": "listwise-scorer", "dimensions": projector[2].weight.shape[0], "vectors": True}
    window = min(model.config.max_position_embeddings, 131_072)
    card = {"name": arguments.name, **special, "origin": arguments.source, "licence": "CC-BY-NC-4.0", "commercial": False,
            "maxTokens": window}
    (arguments.out / "askg-model.json").write_text(json.dumps(card, indent=2) + "\n")
    if arguments.check > 0:
        check(path, module, inputs_of, model.config.vocab_size, arguments.check)


main()
