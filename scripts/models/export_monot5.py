"""Exports a sequence-to-sequence reranker (monoT5, InRanker, and kin in other languages) to ONNX as askg reads it, and writes
the card that describes it.

    pip install torch transformers sentencepiece tokenizers onnx onnxscript onnxruntime
    python export_monot5.py castorini/monot5-base-msmarco-10k OUT --name monot5-base-msmarco-10k

Takes a folder or a name of a model hub. OUT gets tokenizer.json, askg-model.json and, by --layout,
  fused   model.onnx: input_ids, attention_mask [batch, tokens] -> answer_logits [batch, 2], the encoder, one step of the
          decoder from the start token of the model's config, and of the head only the rows of the two answer tokens, the one
          for "relevant" first. Exact, and without the largest matrix.
  pair    encoder_model.onnx: input_ids, attention_mask -> last_hidden_state, and decoder_model.onnx: input_ids [batch, 1],
          encoder_hidden_states, encoder_attention_mask -> logits [batch, 1, vocabulary]: the usual layout of exporters.

Answer tokens, the one for "relevant" first: T5 "▁true" and "▁false" (1176 and 6136 in the English vocabulary), mMARCO mT5
"▁yes" and "▁no", ptt5 "▁sim" and "▁não", two large mT5 (mt5-3B-mmarco-en-pt, mt5-13b-mmarco-100k) "▁true" and "▁".
"""

import argparse
import copy
import json
import warnings
from pathlib import Path

import onnx
import torch
from transformers import AutoConfig, AutoModelForSeq2SeqLM, AutoTokenizer

warnings.filterwarnings("ignore")
IDS, MASK, STATES = ["input_ids"], ["attention_mask"], ["encoder_hidden_states", "encoder_attention_mask"]


class Encoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.encoder = model.get_encoder()

    def forward(self, input_ids, attention_mask):
        return self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state


class Decoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, encoder_hidden_states, encoder_attention_mask):
        return self.model(decoder_input_ids=input_ids, encoder_outputs=(encoder_hidden_states,),
                          attention_mask=encoder_attention_mask, use_cache=False).logits


class TwoAnswers(torch.nn.Module):
    """The whole model for one step, with a head of two rows; what the model does before its head stays the model's."""

    def __init__(self, model, answers: list[int]):
        super().__init__()
        self.model, self.start = model, model.config.decoder_start_token_id
        head = model.get_output_embeddings().weight.detach()
        rows = torch.nn.Linear(head.shape[1], 2, bias=False)
        rows.weight = torch.nn.Parameter(head[answers].clone())
        self.model.set_output_embeddings(rows)

    def forward(self, input_ids, attention_mask):
        start = torch.full((input_ids.shape[0], 1), self.start, dtype=torch.long)
        return self.model(input_ids=input_ids, attention_mask=attention_mask, decoder_input_ids=start,
                          use_cache=False).logits[:, 0]


def write(module: torch.nn.Module, inputs: dict, output: str, path: Path) -> None:
    batch, tokens = torch.export.Dim("batch", max=256), torch.export.Dim("tokens", min=2, max=4096)
    shapes = {name: {0: batch} if value.shape[1] == 1 else {0: batch, 1: tokens} for name, value in inputs.items()}
    program = torch.onnx.export(module.eval(), kwargs=inputs, input_names=list(inputs), output_names=[output],
                                dynamic_shapes=shapes, dynamo=True, opset_version=20, verbose=False)
    # One file cannot hold more than 2 GB; what is larger goes into a second one beside it.
    size = sum(each.numel() * each.element_size() for each in {each.data_ptr(): each for each in module.parameters()}.values())
    apart = size > 1_800_000_000
    program.save(path, external_data=apart)
    model = onnx.load(path, load_external_data=False)
    # Traces of this machine, which say nothing of the model.
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    del model.graph.value_info[:]
    onnx.save(model, path)


def export(model, folder: Path, layout: str, answers: list[int]) -> list[str]:
    """Writes the graphs of a model and gives the names of the files, the first that of what reads the text."""
    model = model.eval().float()
    ids = torch.randint(3, 100, (2, 9))
    mask = torch.ones_like(ids)
    mask[1, 5:] = 0
    texts = dict(zip(IDS + MASK, (ids, mask)))
    if layout == "fused":
        names = ["model.onnx"]
        write(TwoAnswers(model, answers), texts, "answer_logits", folder / names[0])
    else:
        names = ["encoder_model.onnx", "decoder_model.onnx"]
        encoder = Encoder(model)
        write(encoder, texts, "last_hidden_state", folder / names[0])
        with torch.no_grad():
            states = encoder(ids, mask)
        start = torch.full((2, 1), model.config.decoder_start_token_id)
        write(Decoder(model), dict(zip(IDS + STATES, (start, states, mask))), "logits", folder / names[1])
    return [each for name in names for each in (name, f"{name}.data") if (folder / each).exists()]


def check(model, folder: Path, names: list[str], answers: list[int]) -> float:
    """The largest difference between the logits of the graphs, which the runtime computes, and those of the model."""
    import numpy as np
    from onnxruntime import InferenceSession

    ids = torch.randint(3, 100, (3, 40))
    mask = torch.ones_like(ids)
    mask[1, 20:] = 0
    start = torch.full((3, 1), model.config.decoder_start_token_id)
    with torch.no_grad():
        wanted = model(input_ids=ids, attention_mask=mask, decoder_input_ids=start, use_cache=False).logits[:, 0].numpy()
    texts = {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}
    first = InferenceSession(folder / names[0]).run(None, texts)[0]
    if names[0] == "model.onnx":
        return float(np.abs(first - wanted[:, answers]).max())
    decoder = {"input_ids": start.numpy(), "encoder_hidden_states": first, "encoder_attention_mask": mask.numpy()}
    graph = next(name for name in names if name.startswith("decoder_model") and name.endswith(".onnx"))
    return float(np.abs(InferenceSession(folder / graph).run(["logits"], decoder)[0][:, 0] - wanted).max())


def quantise(path: Path) -> None:
    """Dynamic int8 of the matrices."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    draft = path.with_suffix(".int8")
    quantize_dynamic(path, draft, weight_type=QuantType.QInt8, per_channel=True)
    draft.replace(path)


def main() -> None:
    say = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    say.add_argument("model")
    say.add_argument("folder", type=Path)
    say.add_argument("--name", required=True, help="its name in askg: lower case, digits, dots, hyphens")
    say.add_argument("--layout", choices=["fused", "pair"], default="fused")
    say.add_argument("--relevant", default="▁true")
    say.add_argument("--other", default="▁false")
    say.add_argument("--max-tokens", type=int, default=512)
    say.add_argument("--licence", default="NOASSERTION", help="SPDX identifier; NOASSERTION where none is stated")
    say.add_argument("--int8", action="store_true", help="a quarter of the memory, and other scores: measure before use")
    wish = say.parse_args()
    wish.folder.mkdir(parents=True, exist_ok=True)

    # A sum over heads in another order, as faster kinds of attention have it, is not what every exporter knows.
    config = AutoConfig.from_pretrained(wish.model, attn_implementation="eager")
    model = AutoModelForSeq2SeqLM.from_pretrained(wish.model, config=config, torch_dtype=torch.float32)
    tokenizer = AutoTokenizer.from_pretrained(wish.model, use_fast=True)
    tokenizer.backend_tokenizer.no_truncation()
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.backend_tokenizer.save(str(wish.folder / "tokenizer.json"))
    answers = [tokenizer.convert_tokens_to_ids(token) for token in (wish.relevant, wish.other)]
    if tokenizer.unk_token_id in answers:
        raise SystemExit(f"The vocabulary does not hold {wish.relevant} and {wish.other}.")

    head = model.get_output_embeddings().weight
    if not config.is_encoder_decoder or head.shape[0] <= max(answers):
        raise SystemExit("This is no sequence-to-sequence model with such answers in its head.")
    whole = copy.deepcopy(model).eval()
    names = export(model, wish.folder, wish.layout, answers)
    difference = check(whole, wish.folder, names, answers)
    if not difference < 1e-2:
        raise SystemExit(f"The graphs give other logits than the model: they differ by {difference}.")
    if wish.int8:
        if any(name.endswith(".data") for name in names):
            raise SystemExit("int8 is made of one file only; the model is too large for it.")
        for name in names:
            quantise(wish.folder / name)
    about = {"name": wish.name, "kind": "sequence-to-sequence-scorer", "origin": str(wish.model), "licence": wish.licence,
             "maxTokens": wish.max_tokens, "decoderStart": config.decoder_start_token_id,
             "answers": {"relevant": {"token": wish.relevant, "id": answers[0]},
                         "other": {"token": wish.other, "id": answers[1]}}}
    (wish.folder / "askg-model.json").write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n")
    print(f"{wish.folder}: {', '.join(names)}; answers {answers}, logits within {difference:.1e}")


if __name__ == "__main__":
    main()
