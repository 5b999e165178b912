"""Makes the files of this folder: two BERT-like models of a few kB with random weights, their tokenizer, and what they
must give for some texts, computed here with numpy alone and not with the engine under test.

    pip install numpy onnx tokenizers && python make_tiny_models.py
"""

import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

HIDDEN, MAX_TOKENS = 8, 32
folder = Path(__file__).parent
random = np.random.default_rng(7)

letters = "abcdefghijklmnopqrstuvwxyz"
words = ["the", "a", "of", "cat", "dog", "sat", "paper", "graph", "query", "answer", "what", "is", ".", ",", "?"]
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *words, *letters[1:], *("##" + letter for letter in letters)]


def make_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(vocabulary)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return tokenizer


def draw(*shape: int) -> np.ndarray:
    return random.normal(0, 0.5, shape).astype(np.float32)


weights = {
    "word": draw(len(vocabulary), HIDDEN),
    "position": draw(MAX_TOKENS, HIDDEN),
    "segment": draw(2, HIDDEN),
    "q": draw(HIDDEN, HIDDEN),
    "k": draw(HIDDEN, HIDDEN),
    "v": draw(HIDDEN, HIDDEN),
    "out": draw(HIDDEN, 1),
}


def encode(ids: list[int], segments: list[int]) -> np.ndarray:
    x = weights["word"][ids] + weights["position"][: len(ids)] + weights["segment"][segments]
    scores = (x @ weights["q"]) @ (x @ weights["k"]).T / np.sqrt(HIDDEN)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return x + (shares / shares.sum(axis=1, keepdims=True)) @ (x @ weights["v"])


def encoder_nodes() -> list:
    return [
        helper.make_node("Gather", ["word", "input_ids"], ["words"]),
        helper.make_node("Gather", ["segment", "token_type_ids"], ["segments"]),
        helper.make_node("CumSum", ["attention_mask", "axis"], ["counted"]),
        helper.make_node("Sub", ["counted", "one"], ["places"]),
        helper.make_node("Gather", ["position", "places"], ["positions"]),
        helper.make_node("Add", ["words", "positions"], ["placed"]),
        helper.make_node("Add", ["placed", "segments"], ["x"]),
        helper.make_node("MatMul", ["x", "q"], ["queries"]),
        helper.make_node("MatMul", ["x", "k"], ["keys"]),
        helper.make_node("MatMul", ["x", "v"], ["values"]),
        helper.make_node("Transpose", ["keys"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["queries", "turned"], ["raw"]),
        helper.make_node("Div", ["raw", "scale"], ["scores"]),
        helper.make_node("Softmax", ["scores"], ["shares"], axis=-1),
        helper.make_node("MatMul", ["shares", "values"], ["mixed"]),
        helper.make_node("Add", ["x", "mixed"], ["last_hidden_state"]),
    ]


def write_model(name: str, nodes: list, output: tuple[str, list]) -> None:
    inputs = [
        helper.make_tensor_value_info(each, TensorProto.INT64, ["batch", "tokens"])
        for each in ("input_ids", "attention_mask", "token_type_ids")
    ]
    constants = {
        **weights,
        "axis": np.array(1, np.int64),
        "one": np.array(1, np.int64),
        "zero": np.array(0, np.int64),
        "scale": np.array(np.sqrt(HIDDEN), np.float32),
    }
    used = {each for node in nodes for each in node.input}
    initialisers = [numpy_helper.from_array(value, key) for key, value in constants.items() if key in used]
    outputs = [helper.make_tensor_value_info(output[0], TensorProto.FLOAT, output[1])]
    graph = helper.make_graph(nodes, name, inputs, outputs, initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    save(model, folder / f"{name}.onnx")


def unit(vector: np.ndarray) -> list[float]:
    return [round(float(value), 6) for value in vector / np.linalg.norm(vector)]


tokenizer = make_tokenizer()
tokenizer.save(str(folder / "tokenizer.json"))
write_model("encoder", encoder_nodes(), ("last_hidden_state", ["batch", "tokens", HIDDEN]))
scoring = [
    helper.make_node("Gather", ["last_hidden_state", "zero"], ["first"], axis=1),
    helper.make_node("MatMul", ["first", "out"], ["logits"]),
]
write_model("scorer", encoder_nodes() + scoring, ("logits", ["batch", 1]))

tokenizer.enable_truncation(MAX_TOKENS)
texts = ["The cat sat.", "the graph of the paper", "", "unknown words, é and 中", "a dog " * 40]
embeddings = []
for text in texts:
    encoding = tokenizer.encode(text)
    rows = encode(encoding.ids, encoding.type_ids)
    embeddings.append({"text": text, "ids": encoding.ids, "cls": unit(rows[0]), "mean": unit(rows.mean(axis=0)),
                       "tokens": [unit(row) for row in rows]})
pairs = []
for query, passage in [("what is a graph?", "A graph is a paper."), ("what is a graph?", "The dog sat."), ("", "")]:
    encoding = tokenizer.encode(query, passage)
    score = encode(encoding.ids, encoding.type_ids)[0] @ weights["out"][:, 0]
    pairs.append({"query": query, "passage": passage, "ids": encoding.ids, "segments": encoding.type_ids,
                  "score": round(float(score), 6)})
(folder / "expected.json").write_text(json.dumps({"embeddings": embeddings, "pairs": pairs}) + "\n")
