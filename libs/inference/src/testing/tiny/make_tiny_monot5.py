"""Makes the folder monot5: a T5 with random weights, exported as scripts/models/export_monot5.py exports real ones, its
Unigram tokenizer, and what they give for some pairs, computed by torch and not by the engine under test.

    pip install torch transformers tokenizers onnx onnxscript && python make_tiny_monot5.py

Last made with torch 2.15.0, transformers 5.24.0, tokenizers 0.23.3, onnx 1.23.2, onnxscript 0.7.2. The weights depend on the
seed and on torch; only the files are needed by the tests.

The vocabulary has the two answers where the English T5 has them (1176, 6136), so that nothing else than the published ids works.
The embedding is made of quarters and stored in 8 bits, which makes the files small and changes no number.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import T5Config, T5ForConditionalGeneration

folder = Path(__file__).parent / "monot5"
folder.mkdir(exist_ok=True)
sys.path.insert(0, str(Path(__file__).parents[5] / "scripts" / "models"))
from export_monot5 import export  # noqa: E402

VOCABULARY, TRUE, FALSE, LONGEST, QUARTER = 6_144, 1_176, 6_136, 64, 0.25
words = ("query document relevant the a of and in to is what how which cat dog sat paper graph answer deep learning learn best way "
         "with model models search text language science results method data france paris capital transformers over").split()
letters = "abcdefghijklmnopqrstuvwxyz"


def make_tokenizer() -> Tokenizer:
    """As the published one is made: pad, end and unknown first, words that begin with ▁, a frame of only an end."""
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), (":", -3.5), ("Q", -7.0), ("D", -7.0), ("R", -7.0)]
    pieces += [(each, -8.0) for each in letters + "0123456789.,?!'<>/-éß中"]
    pieces += [(f"▁{each}", -4.0 - at / 50) for at, each in enumerate(words)]
    pieces += [("▁Query", -4.0), ("▁Document", -4.0), ("▁Re", -5.0), ("levant", -5.0), ("ing", -5.0), ("er", -5.0)]
    seen = {piece for piece, _ in pieces}
    filling = [f"{head}{first}{second}{third}" for head in ("▁", "") for first in letters for second in "aeiou" for third in letters]
    rest = iter([each for each in filling if each not in seen])
    while len(pieces) < VOCABULARY - 4:
        at = len(pieces)
        pieces.append(("▁true", -4.5) if at == TRUE else ("▁false", -4.5) if at == FALSE else (next(rest), -6.0 - at / 1000))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=2))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    marks = ["<pad>", "</s>", "<unk>", *(f"<extra_id_{each}>" for each in reversed(range(4)))]
    tokenizer.add_special_tokens([AddedToken(each, normalized=False) for each in marks])
    return tokenizer


def shrink(path: Path) -> None:
    """Stores the embedding in 8 bits, and lets the graph widen it."""
    graph = onnx.load(path)
    for weight in [each for each in graph.graph.initializer if VOCABULARY in each.dims]:
        values = numpy_helper.to_array(weight)
        small = (values / QUARTER).astype(np.int8)
        assert (small.astype(np.float32) * QUARTER == values).all()
        graph.graph.initializer.remove(weight)
        graph.graph.initializer.extend([numpy_helper.from_array(small, f"{weight.name}.8"),
                                        numpy_helper.from_array(np.float32(QUARTER), f"{weight.name}.scale")])
        inputs = [f"{weight.name}.8", f"{weight.name}.scale"]
        graph.graph.node.insert(0, helper.make_node("DequantizeLinear", inputs, [weight.name]))
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def filled(query: str, document: str) -> str:
    return f"Query: {query} Document: {document} Relevant:"


tokenizer = make_tokenizer()
assert [tokenizer.token_to_id(each) for each in ("▁true", "▁false", "</s>", "<pad>")] == [TRUE, FALSE, 1, 0]
tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
torch.manual_seed(5)
config = T5Config(vocab_size=VOCABULARY, d_model=32, d_kv=8, d_ff=64, num_layers=2, num_decoder_layers=2, num_heads=4,
                  decoder_start_token_id=0, attn_implementation="eager")
model = T5ForConditionalGeneration(config).eval()
with torch.no_grad():
    for name, weight in model.named_parameters():
        # Norms that all weigh 1 would hide an export that leaves them out.
        if "layer_norm" in name:
            weight.uniform_(0.5, 1.5)
    # Scores of some size: those of a trained model are far apart too.
    model.shared.weight.mul_(16).round_().clamp_(-127, 127).mul_(QUARTER)

queries = ["What is the best way to learn deep learning?", "which graph", "", "naïve Größe, 中文?"]
documents = ["Learn deep learning with InRanker and transformers", "The capital of France is Paris", "", "Relevant: true",
             "the cat sat " * 60]
pairs = []
for query in queries:
    for document in documents:
        ids = tokenizer.encode(filled(query, document)).ids
        cut = ids if len(ids) <= LONGEST else [*ids[:LONGEST - 1], 1]
        with torch.no_grad():
            logits = model(input_ids=torch.tensor([cut]), decoder_input_ids=torch.tensor([[0]]), use_cache=False).logits[0, 0]
        pairs.append({"query": query, "document": document, "prompt": filled(query, document), "ids": ids,
                      "relevant": round(float(logits[TRUE]), 6), "other": round(float(logits[FALSE]), 6)})
texts = ["a</s> b", "two  spaces\n\nand\ttabs ", "x" * 70, "▁under", "1234, true false", "\U0001F600 é e\u0301"]
expected = {"maxTokens": LONGEST, "pairs": pairs,
            "texts": [{"text": each, "ids": tokenizer.encode(each).ids} for each in texts]}
(folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False) + "\n")

for layout in ("pair", "fused"):
    for name in export(model, folder, layout, [TRUE, FALSE]):
        shrink(folder / name)
