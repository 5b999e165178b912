"""Makes a monoT5 of full size with random weights, exported as scripts/models/export_monot5.py exports real ones: the time that
a pass takes does not depend on what was learnt. Its tokenizer is a Unigram of T5's size over made-up words.

    python make_monot5.py small|base FOLDER [fused|pair] [int8]

FOLDER can be added to a models folder: askg models add FOLDER.
"""

import json
import random
import sys
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import T5Config, T5ForConditionalGeneration

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts" / "models"))
from export_monot5 import export, quantise  # noqa: E402

# d_model, d_ff, layers, heads of T5 v1.0.
sizes = {"small": (512, 2048, 6, 8), "base": (768, 3072, 12, 12)}
VOCABULARY, TRUE, FALSE = 32_100, 1_176, 6_136


def make_tokenizer() -> Tokenizer:
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = {"<pad>": 0.0, "</s>": 0.0, "<unk>": 0.0, "▁": -3.0, ":": -3.5}
    pieces |= {each: -8.0 for each in letters + letters.upper() + "0123456789.,-?"}
    pieces |= {f"▁{each}": -4.0 for each in ("Query", "Document", "Relevant")}
    listed = list(pieces.items())
    seen = set(pieces)
    while len(listed) < VOCABULARY:
        if len(listed) in (TRUE, FALSE):
            piece = "▁true" if len(listed) == TRUE else "▁false"
        else:
            piece = chance.choice(["▁", ""]) + "".join(chance.choices(letters, k=chance.randint(2, 5)))
        if piece in seen and len(listed) not in (TRUE, FALSE):
            continue
        seen.add(piece)
        listed.append((piece, -5.0 - len(listed) / 4000))
    tokenizer = Tokenizer(models.Unigram(listed, unk_id=2))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    tokenizer.add_special_tokens([AddedToken(each, normalized=False) for each in ("<pad>", "</s>", "<unk>")])
    return tokenizer


size, folder, *wish = sys.argv[1:]
folder = Path(folder)
folder.mkdir(parents=True, exist_ok=True)
width, inner, layers, heads = sizes[size]
torch.manual_seed(1)
config = T5Config(vocab_size=32_128, d_model=width, d_kv=64, d_ff=inner, num_layers=layers, num_decoder_layers=layers,
                  num_heads=heads, decoder_start_token_id=0, attn_implementation="eager")
make_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
names = export(T5ForConditionalGeneration(config), folder, "pair" if "pair" in wish else "fused", [TRUE, FALSE])
if "int8" in wish:
    for name in names:
        quantise(folder / name)
card = {"name": f"random-monot5-{size}{'-int8' if 'int8' in wish else ''}", "kind": "sequence-to-sequence-scorer",
        "origin": "random weights, for measuring time", "licence": "CC0-1.0", "maxTokens": 512, "decoderStart": 0,
        "answers": {"relevant": {"token": "▁true", "id": TRUE}, "other": {"token": "▁false", "id": FALSE}}}
(folder / "askg-model.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
print(f"{folder}: {', '.join(names)}")
