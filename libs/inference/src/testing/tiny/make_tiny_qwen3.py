"""Makes the folder qwen3: a decoder-only model of the Qwen3 family with random weights, its tokenizer with the special tokens
of that family, a projector, and what they give for some texts, computed by torch and not by the engine under test.

    pip install torch transformers tokenizers onnx onnxscript safetensors && python make_tiny_qwen3.py

Last made with torch 2.15.0, transformers 5.24.0, tokenizers 0.23.3, onnx 1.23.2, onnxscript 0.7.2. The weights depend on the
seed and on torch; only the files are needed by the tests. `npx prettier --write qwen3` gives the JSON the form of the others.

states.onnx    input_ids, attention_mask, position_ids [batch, tokens] -> last_hidden_state [batch, tokens, 64]
scoring.onnx   input_ids, attention_mask [1, tokens], document_positions [documents], query_position [1]
               -> scores [documents], documents [documents, 32], query [32]: the states at the positions given, projected
               (Linear 64-32, ReLU, Linear 32-32, no bias), and their cosines
"""

import json
import warnings
from pathlib import Path

import onnx
import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import Qwen3Config, Qwen3Model

warnings.filterwarnings("ignore")
HIDDEN, PROJECTED = 64, 32
folder = Path(__file__).parent / "qwen3"
folder.mkdir(exist_ok=True)

# Those of the published tokenizer in its order, then two that listwise rerankers of the family add.
specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>",
            "<|box_end|>", "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>",
            "<|image_pad|>", "<|video_pad|>"]
plain = ["<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>",
         "<|repo_name|>", "<|file_sep|>", "<tool_response>", "</tool_response>", "<think>", "</think>"]
markers = ["<|embed_token|>", "<|rerank_token|>"]
pattern = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
corpus = ["Given a web search query and some relevant documents, rerank the documents that answer the query:\nDocuments:\n",
          "[1] The capital of China is Beijing.\n[2] Gravity is a force that attracts two bodies towards each other.\n\n",
          "Search Query: What is the capital of China? Instruct: Given a web search query, retrieve relevant passages\n",
          "I will provide you with passages, each indicated by a numerical identifier. <passage id=\"0\">\n</passage>\n\n",
          "user assistant system the paper and the graph, the query, the answer is a document of the model\n\n"] * 20


def make_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(pattern), behavior="isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
    ])
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=480, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False)
    tokenizer.train_from_iterator(corpus, trainer)
    tokenizer.add_special_tokens([AddedToken(each, special=True, normalized=False) for each in specials])
    tokenizer.add_tokens([AddedToken(each, normalized=False) for each in plain])
    tokenizer.add_special_tokens([AddedToken(each, special=True, normalized=False) for each in markers])
    return tokenizer


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


def export(name: str, module: torch.nn.Module, inputs: dict, outputs: list, shapes: dict) -> None:
    program = torch.onnx.export(module.eval(), kwargs=inputs, output_names=outputs, dynamic_shapes=shapes, dynamo=True,
                                opset_version=20, verbose=False)
    program.save(folder / f"{name}.onnx", external_data=False)
    model = onnx.load(folder / f"{name}.onnx")
    # Traces of this machine, which say nothing of the model.
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    del model.graph.value_info[:]
    onnx.checker.check_model(model)
    onnx.save(model, folder / f"{name}.onnx")


def numbers(tensor: torch.Tensor) -> list:
    return [round(float(each), 6) for each in tensor]


tokenizer = make_tokenizer()
tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
end = tokenizer.token_to_id("<|endoftext|>")
torch.manual_seed(11)
config = Qwen3Config(vocab_size=tokenizer.get_vocab_size(), hidden_size=HIDDEN, intermediate_size=96, num_hidden_layers=2,
                     num_attention_heads=4, num_key_value_heads=2, head_dim=16, max_position_embeddings=4096,
                     rope_parameters={"rope_type": "default", "rope_theta": 1e6}, initializer_range=0.15,
                     tie_word_embeddings=True, attn_implementation="eager")
model = Qwen3Model(config).eval()
with torch.no_grad():
    for name, weight in model.named_parameters():
        # Norms that all weigh 1 would hide an export that leaves them out.
        if "norm" in name:
            weight.uniform_(0.5, 1.5)
projector = torch.nn.Sequential(torch.nn.Linear(HIDDEN, PROJECTED, bias=False), torch.nn.ReLU(),
                                torch.nn.Linear(PROJECTED, PROJECTED, bias=False)).eval()
save_file({f"projector.{name}": value.contiguous() for name, value in projector.state_dict().items()},
          folder / "projector.safetensors")
(folder / "projector.safetensors").chmod(0o644)
(folder / "config.json").write_text(json.dumps({
    "model_type": "qwen3", "hidden_size": HIDDEN, "num_hidden_layers": 2, "num_attention_heads": 4,
    "num_key_value_heads": 2, "head_dim": 16, "max_position_embeddings": 4096, "vocab_size": config.vocab_size}) + "\n")

texts = ["The capital of China is Beijing.<|endoftext|>",
         "Gravity is a force that attracts two bodies towards each other.<|endoftext|>",
         "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:What is the capital "
         "of China?<|endoftext|>",
         "<|im_start|>user\nRank the documents.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
         "a", "<|endoftext|>", "Größe, 中文 and \U0001F600", "  two  spaces\n\n\n", "one two three four five " * 30,
         "<|im_start|>user\nA document<|embed_token|>\nanother<|embed_token|>\nthe query<|rerank_token|>\n<|im_end|>\n"]


def states_of(ids: list[int]) -> torch.Tensor:
    with torch.no_grad():
        return model(input_ids=torch.tensor([ids]), use_cache=False).last_hidden_state[0]


def left_padded(rows: list[list[int]]) -> torch.Tensor:
    longest = max(map(len, rows))
    ids = torch.tensor([[end] * (longest - len(row)) + row for row in rows])
    mask = torch.tensor([[0] * (longest - len(row)) + [1] * len(row) for row in rows])
    places = (mask.cumsum(-1) - 1).clamp(min=0)
    with torch.no_grad():
        return model(input_ids=ids, attention_mask=mask, position_ids=places, use_cache=False).last_hidden_state[:, -1]


encoded = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
batch = left_padded(encoded)
cases = []
for text, ids, batched in zip(texts, encoded, batch):
    states = states_of(ids)
    assert (states[-1] - batched).abs().max() < 1e-4, text
    cases.append({"text": text, "ids": ids, "last": numbers(states[-1]), "batched": numbers(batched),
                  "middle": numbers(states[len(ids) // 2])})

embed, rerank = (tokenizer.token_to_id(each) for each in markers)
prompt = encoded[-1]
positions = [i for i, each in enumerate(prompt) if each == embed]
query = prompt.index(rerank)
scoring = Scoring(model, projector).eval()
ones = torch.ones(1, len(prompt), dtype=torch.long)
inputs = {"input_ids": torch.tensor([prompt]), "attention_mask": ones,
          "document_positions": torch.tensor(positions), "query_position": torch.tensor([query])}
with torch.no_grad():
    scores, documents, asked = scoring(**inputs)
(folder / "expected.json").write_text(json.dumps({
    "cases": cases,
    "scoring": {"ids": prompt, "documentPositions": positions, "queryPosition": query, "scores": numbers(scores),
                "documents": [numbers(each) for each in documents], "query": numbers(asked)}}) + "\n")

rows, tokens, count = torch.export.Dim("batch", min=1), torch.export.Dim("tokens", min=2), torch.export.Dim("documents", min=1)
ids = torch.tensor([encoded[0][:8], encoded[1][:8]])
export("states", States(model), {"input_ids": ids, "attention_mask": torch.ones_like(ids),
                                 "position_ids": torch.arange(8).expand(2, 8).contiguous()}, ["last_hidden_state"],
       {name: {0: rows, 1: tokens} for name in ("input_ids", "attention_mask", "position_ids")})
export("scoring", scoring, inputs, ["scores", "documents", "query"],
       {"input_ids": {1: tokens}, "attention_mask": {1: tokens}, "document_positions": {0: count}, "query_position": None})
