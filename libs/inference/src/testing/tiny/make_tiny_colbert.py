"""Makes the folder colbert: two encoders of many vectors a text, of some 100 kB each with random weights, and what they must
give, computed by torch in padded batches and not with the engine under test. One is a BERT with a linear head, as ColBERTv2;
the other is like XLM-RoBERTa with rotary positions and heads of 128, 96 and 64 numbers, as Jina-ColBERT-v2, its weights in a
file beside the graph. A third knows no positions, which is what a broken export of the second looks like.

    pip install torch transformers tokenizers onnx onnxscript safetensors && python make_tiny_colbert.py

The JSON files are formatted afterwards as all of the project are: npx prettier --write colbert

Made with torch 2.15.0, transformers 5.24.0, tokenizers 0.23.3, onnx 1.23.2, onnxscript 0.7.2.
"""

import base64
import json
import string
from pathlib import Path

import onnx
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import nn
from transformers import BertConfig, BertModel

HIDDEN, QUERY_TOKENS, MAX_TOKENS = 32, 32, 24
folder = Path(__file__).parent / "colbert"
torch.manual_seed(11)

letters = string.ascii_lowercase
words = ["the", "a", "of", "cat", "dog", "sat", "paper", "graph", "query", "answer", "what", "is"]


def bert_tokenizer() -> Tokenizer:
    special = ["[PAD]", "[unused0]", "[unused1]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary = [*special, *string.punctuation, *words, *letters[1:], *("##" + letter for letter in letters)]
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(vocabulary)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    frame = [("[CLS]", vocabulary.index("[CLS]")), ("[SEP]", vocabulary.index("[SEP]"))]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=frame)
    return tokenizer


def unigram_tokenizer() -> Tokenizer:
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    pieces = ["\u2581", *("\u2581" + word for word in words), *letters, *".,?!-()[]<>/", "é", "中"]
    scored = [(piece, 0.0) for piece in special]
    scored += [(piece, -2.0 - 0.05 * i) for i, piece in enumerate(pieces)]
    tokenizer = Tokenizer(models.Unigram([*scored, ("<mask>", 0.0)], unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="\u2581", prepend_scheme="always", split=True)
    tokenizer.add_special_tokens([*special, "<mask>", "[QueryMarker]", "[DocumentMarker]"])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


class TinyBert(nn.Module):
    def __init__(self, vocabulary: int):
        super().__init__()
        config = BertConfig(
            vocab_size=vocabulary, hidden_size=HIDDEN, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
            max_position_embeddings=64, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, initializer_range=0.3,
        )
        config._attn_implementation = "eager"
        self.bert = BertModel(config, add_pooling_layer=False)
        self.linear = nn.Linear(HIDDEN, 16, bias=False)

    def forward(self, input_ids, attention_mask):
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.linear(hidden), hidden


class RotaryLayer(nn.Module):
    def __init__(self, heads: int = 2):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, 64), nn.Linear(64, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)

    def forward(self, x, cos, sin, bias):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).reshape(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        turn = lambda t: t * cos + torch.cat([-t[..., t.shape[-1] // 2 :], t[..., : t.shape[-1] // 2]], dim=-1) * sin
        scores = turn(q) @ turn(k).transpose(-1, -2) / q.shape[-1] ** 0.5 + bias
        mixed = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.down(nn.functional.gelu(self.up(x))))


class TinyRotary(nn.Module):
    def __init__(self, vocabulary: int, layers: int = 2, heads: tuple[int, ...] = (128, 96, 64), positions: bool = True):
        super().__init__()
        self.word, self.norm = nn.Embedding(vocabulary, HIDDEN), nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList(RotaryLayer() for _ in range(layers))
        # Heads of their own: the shorter vectors are no beginnings of the longer ones.
        self.projections = nn.ModuleList(nn.Linear(HIDDEN, size, bias=False) for size in heads)
        frequencies = 1.0 / 10000 ** (torch.arange(0, 16, 2) / 16)
        self.register_buffer("frequencies", frequencies if positions else torch.zeros(8))

    def forward(self, input_ids, attention_mask):
        x = self.norm(self.word(input_ids))
        angles = torch.arange(input_ids.shape[1]).unsqueeze(1) * self.frequencies
        angles = torch.cat([angles, angles], dim=-1)
        bias = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -1e9
        for layer in self.layers:
            x = layer(x, angles.cos(), angles.sin(), bias)
        return tuple(projection(x) for projection in self.projections)


def export(model: nn.Module, path: Path, outputs: list[str], beside: bool) -> None:
    example = (torch.tensor([[4, 7, 8, 5], [4, 9, 5, 0]]), torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]))
    shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens", max=64)}
    program = torch.onnx.export(
        model, example, dynamo=True, dynamic_shapes=(shape, shape), output_names=outputs,
        input_names=["input_ids", "attention_mask"], verbose=False,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    proto = program.model_proto
    for node in proto.graph.node:
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    if beside:
        where = path.with_name("model.onnx_data")
        where.unlink(missing_ok=True)
        onnx.save_model(proto, path, save_as_external_data=True, location=where.name, size_threshold=256)
    else:
        onnx.save_model(proto, path)


def encode(tokenizer: Tokenizer, texts: list[str], kind: str, rules: dict) -> list[dict]:
    """Ids and attention of each text by the steps of the reference: cut to one less, pad, insert the marker, fill."""
    side = rules[kind]
    length = rules["query"]["tokens"] if kind == "query" else MAX_TOKENS
    pad = rules["pad"]
    tokenizer.enable_truncation(length - 1)
    tokenizer.no_padding()
    if kind == "query":
        tokenizer.enable_padding(pad_id=tokenizer.token_to_id(pad), pad_token=pad, length=length - 1)
    encoded = []
    for text in texts:
        one = tokenizer.encode(text)
        ids = [one.ids[0], tokenizer.token_to_id(side["marker"]), *one.ids[1:]]
        attention = [1, 1, *one.attention_mask[1:]]
        if kind == "query":
            ids = [tokenizer.token_to_id(side["fill"]) if each == tokenizer.token_to_id(pad) else each for each in ids]
            if side["attendFill"]:
                attention = [1] * len(ids)
        encoded.append({"text": text, "kind": kind, "ids": ids, "attention": attention})
    return encoded


def skiplist(tokenizer: Tokenizer, rule: str, unknown: str) -> set[int]:
    if rule == "none":
        return set()
    if rule == "first-piece":
        return {tokenizer.encode(sign, add_special_tokens=False).ids[0] for sign in string.punctuation}
    unknown_id = tokenizer.token_to_id(unknown)
    return {unknown_id if (of := tokenizer.token_to_id(sign)) is None else of for sign in string.punctuation}


def vectors(model: nn.Module, output: int, encoded: list[dict], pad: int, skipped: set[int]) -> list[torch.Tensor]:
    """Unit rows of each text, all texts in one padded batch."""
    longest = max(len(each["ids"]) for each in encoded)
    fill = lambda values, with_: [*values, *[with_] * (longest - len(values))]
    ids = torch.tensor([fill(each["ids"], pad) for each in encoded])
    attention = torch.tensor([fill(each["attention"], 0) for each in encoded])
    with torch.no_grad():
        rows = nn.functional.normalize(model(ids, attention)[output], dim=-1)
    kept = []
    for row, each in zip(rows, encoded):
        places = [i for i, id_ in enumerate(each["ids"]) if each["kind"] == "query" or id_ not in skipped]
        kept.append(row[places])
    return kept


def packed(rows: torch.Tensor) -> str:
    return base64.b64encode(rows.float().contiguous().numpy().tobytes()).decode()


queries = ["what is the graph?", "", "the dog sat. " * 20]
passages = [
    "The cat sat.", "the graph of the paper is the answer!", "", "?! (...)", "a dog of the paper, " * 20,
    "unknown words, \u00e9 and \u4e2d", "answer the is paper the of graph the",
]
rules_of = {
    "bert": {
        "pad": "[PAD]", "unknown": "[UNK]",
        "query": {"marker": "[unused0]", "tokens": QUERY_TOKENS, "fill": "[MASK]", "attendFill": False},
        "passage": {"marker": "[unused1]", "skip": "first-piece"},
    },
    "rotary": {
        "pad": "<pad>", "unknown": "<unk>",
        "query": {"marker": "[QueryMarker]", "tokens": QUERY_TOKENS, "fill": "<mask>", "attendFill": True},
        "passage": {"marker": "[DocumentMarker]", "skip": "first-piece"},
    },
}
tokenizers = {"bert": bert_tokenizer(), "rotary": unigram_tokenizer()}
for name, tokenizer in tokenizers.items():
    (folder / name).mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / name / "tokenizer.json"))
(folder / "blind").mkdir(exist_ok=True)
tokenizers["rotary"].save(str(folder / "blind" / "tokenizer.json"))

networks = {
    "bert": TinyBert(tokenizers["bert"].get_vocab_size()).eval(),
    "rotary": TinyRotary(tokenizers["rotary"].get_vocab_size()).eval(),
    "blind": TinyRotary(tokenizers["rotary"].get_vocab_size(), 1, (64,), positions=False).eval(),
}
export(networks["bert"], folder / "bert" / "model.onnx", ["vectors", "last_hidden_state"], beside=False)
save_file({"linear.weight": networks["bert"].linear.weight.detach()}, folder / "bert" / "head.safetensors")
export(networks["rotary"], folder / "rotary" / "model.onnx", ["vectors_128", "vectors_96", "vectors_64"], beside=True)
export(networks["blind"], folder / "blind" / "model.onnx", ["vectors_64"], beside=False)

heads_of = {
    "bert": [{"dimensions": 16, "output": "vectors"}],
    "rotary": [{"dimensions": size, "output": f"vectors_{size}"} for size in (128, 96, 64)],
    "blind": [{"dimensions": 64, "output": "vectors_64"}],
}
expected: dict = {}
entries = []
for name, network in networks.items():
    rules = rules_of["bert" if name == "bert" else "rotary"]
    tokenizer = tokenizers["bert" if name == "bert" else "rotary"]
    licence = {"licence": "CC-BY-NC-4.0", "commercial": False} if name == "rotary" else {"licence": "Apache-2.0"}
    entries.append({
        "name": f"tiny-{name}", "kind": "multi-vector-encoder", "origin": "made for tests", **licence,
        "maxTokens": MAX_TOKENS, "query": rules["query"], "passage": rules["passage"], "heads": heads_of[name],
    })
    if name == "blind":
        continue
    encoded_queries = encode(tokenizer, queries, "query", rules)
    encoded_passages = encode(tokenizer, passages, "passage", rules)
    skipped = skiplist(tokenizer, rules["passage"]["skip"], rules["unknown"])
    pad = tokenizer.token_to_id(rules["pad"])
    heads = []
    for output, head in enumerate(heads_of[name]):
        made_queries = vectors(network, output, encoded_queries, pad, skipped)
        made_passages = vectors(network, output, encoded_passages, pad, skipped)
        few = slice(None) if output == 0 else slice(1)
        heads.append({
            "dimensions": head["dimensions"],
            "queries": [packed(rows) for rows in made_queries[few]],
            "passages": [packed(rows) for rows in made_passages[few]],
            "scores": [[round(float((q @ p.T).max(dim=1).values.sum()), 5) for p in made_passages] for q in made_queries],
        })
    expected[name] = {
        "queries": encoded_queries, "passages": encoded_passages, "skipped": sorted(skipped),
        "wholeTokenSkipped": sorted(skiplist(tokenizer, "whole-token", rules["unknown"])), "heads": heads,
    }
(folder / "expected.json").write_text(json.dumps(expected) + "\n")
(folder / "cards.json").write_text(json.dumps(entries, indent=2) + "\n")
