#!/usr/bin/env python3
"""Makes tests/golden/hf: tiny random checkpoints and what Hugging Face transformers computes from them.

Each folder tests/golden/hf/ARCH holds config.json, model.safetensors or pytorch_model.bin, the tokenizer's files and
reference.json: own sample texts, their token ids and the reference logits (pooled vectors for a bare encoder).
tests/golden/hf/torch_save holds a state_dict of every kind of tensor, as torch.save writes it now and did before 1.6. The weights are random, the
vocabularies are made from the sample words: nothing here is anybody's model. Run again only to add an architecture;
the same versions give the same files.

With --minilm DIR it also (or, with --only-minilm, instead) writes minilm_reference.json: sentence embeddings of the
installed all-MiniLM-L6-v2 for own sentences.

Needs torch and transformers 4.36 with tokenizers 0.15, for example:
  python3 -m venv --system-site-packages /path/to/venv     # the system's python3-torch is good enough
  /path/to/venv/bin/pip install transformers==4.36.2 'numpy<2' safetensors
  /path/to/venv/bin/python tools/make_hf_golden.py [--minilm DIR]
"""

import argparse
import collections
import json
import math
import pathlib
import shutil

import torch
import transformers
from safetensors.torch import load_file
from tokenizers import ByteLevelBPETokenizer

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "tests" / "golden" / "hf"
SEED = 20

TEXTS = [
    "I am so happy today!",
    "this rain makes me sad, and tired",
    "What a surprise: nobody came.",
    "no",
    "She was not angry. She was afraid of the dark, of the long winter and of being alone again.",
    "unbelievably joyless happiness 123 ... ?!",
    "caf\u00e9 na\u00efve \U0001F600 \u4f60\u597d",
]
# For encoders that look at distances: longer than the last range of them.
LONG_TEXT = " ".join(TEXTS[4:5] * 8)
SENTENCES = [
    "The children laughed until the sun went down.",
    "Nobody answered when I called, and I was frightened.",
    "I can't believe you did that to me!",
    "Fine.",
    "After three weeks of rain the garden smelled of wet earth, the fence had fallen over, and my grandmother, who "
    "never complained, said for the first time that she missed the sea.",
]
SEVEN = ["anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"]


BERT_MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
MPNET_MARKS = ["<s>", "<pad>", "</s>", "[UNK]", "<mask>"]


def word_pieces(marks):
    """A small uncased WordPiece vocabulary: single characters, their continuations, and the words of the samples."""
    words = collections.Counter()
    for text in TEXTS[:5]:
        for word in "".join(c if c.isalpha() else " " for c in text.lower()).split():
            words[word] += 1
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = marks + list(".,:!?'") + list(letters)
    pieces += ["##" + c for c in letters]
    pieces += sorted(word for word in words if len(word) > 1) + ["##less", "##ness", "##ly", "un"]
    return pieces


def save_word_piece(folder, marks=BERT_MARKS, tokenizer=transformers.BertTokenizerFast):
    (folder / "vocab.txt").write_text("\n".join(word_pieces(marks)) + "\n", encoding="utf-8")
    return tokenizer(str(folder / "vocab.txt"), do_lower_case=True)


def save_mpnet(folder):
    return save_word_piece(folder, MPNET_MARKS, transformers.MPNetTokenizerFast)


def save_byte_bpe(folder):
    bpe = ByteLevelBPETokenizer()
    bpe.train_from_iterator(TEXTS + SENTENCES, vocab_size=400, min_frequency=2, show_progress=False,
                            special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    bpe.save_model(str(folder))
    return transformers.RobertaTokenizerFast(str(folder / "vocab.json"), str(folder / "merges.txt"))


def labels(names):
    return {"id2label": dict(enumerate(names)), "label2id": {name: i for i, name in enumerate(names)}}


BERT_SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64,
              "max_position_embeddings": 64}
MULTI = {"problem_type": "multi_label_classification"}

# name -> (tokenizer, model class, config class, settings, options)
ARCHITECTURES = {
    "bert_multilabel": (save_word_piece, transformers.BertForSequenceClassification, transformers.BertConfig,
                        {**BERT_SIZES, **MULTI, **labels(["calm", "curious", "proud", "bored", "hopeful"])}, {}),
    "minilm_encoder": (save_word_piece, transformers.BertModel, transformers.BertConfig,
                       {**BERT_SIZES, "num_attention_heads": 4, "hidden_act": "gelu_new"}, {"tokenizer_json": True}),
    "bert_legacy_f16": (save_word_piece, transformers.BertForSequenceClassification, transformers.BertConfig,
                        {**BERT_SIZES, **labels(["negative", "neutral", "positive"])},
                        {"legacy": True, "dtype": torch.float16}),
    "distilbert": (save_word_piece, transformers.DistilBertForSequenceClassification, transformers.DistilBertConfig,
                   {"dim": 32, "n_layers": 2, "n_heads": 2, "hidden_dim": 64, "max_position_embeddings": 64,
                    **labels(SEVEN)}, {"tokenizer_json": True}),
    "roberta": (save_byte_bpe, transformers.RobertaForSequenceClassification, transformers.RobertaConfig,
                {**BERT_SIZES, "max_position_embeddings": 66, "type_vocab_size": 1, "layer_norm_eps": 1e-5,
                 **MULTI, **labels(SEVEN)}, {"tokenizer_json": True}),
    "roberta_sharded": (save_byte_bpe, transformers.RobertaForSequenceClassification, transformers.RobertaConfig,
                        {**BERT_SIZES, "max_position_embeddings": 66, "type_vocab_size": 1, "layer_norm_eps": 1e-5,
                         **labels(["yes", "no"])}, {"shards": "40KB", "dtype": torch.bfloat16}),
    "bert_onnx": (save_word_piece, transformers.BertForSequenceClassification, transformers.BertConfig,
                  {**BERT_SIZES, **MULTI, **labels(["warm", "cold", "dry"])}, {"onnx": True, "tokenizer_json": True}),
    "electra": (save_word_piece, transformers.ElectraForSequenceClassification, transformers.ElectraConfig,
                {**BERT_SIZES, "embedding_size": 32, **labels(["up", "down", "level"])}, {"pickled": True}),
    "mpnet": (save_mpnet, transformers.MPNetForSequenceClassification, transformers.MPNetConfig,
              {**BERT_SIZES, "max_position_embeddings": 258, "layer_norm_eps": 1e-5, **labels(["near", "far", "gone"])},
              {"tokenizer_json": True, "texts": [LONG_TEXT]}),
}


def randomize(model):
    """Larger weights than the initialiser's, so that every tensor changes the logits by far more than 1e-4."""
    generator = torch.Generator().manual_seed(SEED)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            is_norm = "norm" in name.lower()
            centre = 1.0 if is_norm and name.endswith("weight") else 0.0
            parameter.copy_(centre + noise * (0.1 if is_norm or name.endswith("bias") else 0.3))


def save_as_the_oldest(folder):
    """pytorch_model.bin in the form before PyTorch 1.6, with LayerNorm's parameters named as in TensorFlow."""
    path = folder / "model.safetensors"
    renamed = {name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): tensor
               for name, tensor in load_file(path).items()}
    path.unlink()
    torch.save(renamed, folder / "pytorch_model.bin", _use_new_zipfile_serialization=False)


def save_tensors_of_every_kind():
    """What tests/unit/hf/torch_weights_test.cpp expects: element i of each tensor of n is i, less half of n."""
    def counted(shape, dtype=torch.float32):
        size = math.prod(shape)
        return (torch.arange(size) - size // 2).to(dtype).reshape(shape)
    table = counted((4, 3))
    tensors = collections.OrderedDict(
        f32=table, f16=counted((2, 5), torch.float16), bf16=counted((7,), torch.bfloat16),
        s64=counted((1, 6), torch.int64), s32=counted((3,), torch.int32), u8=torch.arange(4, dtype=torch.uint8),
        flag=torch.tensor([True, False]), transposed=counted((3, 4)).t().contiguous().t(), rows_1_and_2=table[1:3],
        column_2=table[:, 2], parameter=torch.nn.Parameter(counted((2, 2))), scalar=torch.tensor(-2.5),
        empty=torch.zeros(0, 8), wide=counted((1, 3)).expand(1, 3))
    tensors["left_out"] = "no tensor"
    tensors._metadata = {"": {"version": 1}}
    folder = OUT / "torch_save"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    torch.save(tensors, folder / "zip.bin")
    torch.save(tensors, folder / "older.bin", _use_new_zipfile_serialization=False)


def export_onnx(model, folder):
    """Replaces model.safetensors by the graph that PyTorch's own exporter makes."""
    (folder / "model.safetensors").unlink()
    model.config.return_dict = False
    ids = torch.tensor([[2, 6, 7, 3]])
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(model, (ids, torch.ones_like(ids)), str(folder / "model.onnx"), opset_version=14,
                      input_names=["input_ids", "attention_mask"],
                      dynamic_axes={"input_ids": axes, "attention_mask": axes})
    model.config.return_dict = True


def encode(tokenizer, texts):
    return [tokenizer(text)["input_ids"] for text in texts]


@torch.no_grad()
def forward(model, ids):
    output = model(input_ids=torch.tensor([ids]))
    if hasattr(output, "logits"):
        return output.logits[0].tolist()
    return output.last_hidden_state[0].mean(dim=0).tolist()


def dump(path, value):
    """One sample per line, nine digits: enough to give an f32 back."""
    rounded = json.loads(json.dumps(value), parse_float=lambda text: float(f"{float(text):.9g}"))
    samples = rounded.pop("samples")
    head = json.dumps(rounded)[1:-1]
    lines = ",\n".join(json.dumps(sample) for sample in samples)
    path.write_text("{" + head + ', "samples": [\n' + lines + "\n]}\n", encoding="utf-8")


def make(name):
    save_tokenizer, model_class, config_class, settings, options = ARCHITECTURES[name]
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tokenizer = save_tokenizer(folder)
    config = config_class(vocab_size=len(tokenizer), pad_token_id=tokenizer.pad_token_id,
                          bos_token_id=tokenizer.cls_token_id, eos_token_id=tokenizer.sep_token_id, **settings)
    torch.manual_seed(SEED)
    model = model_class(config).eval()
    randomize(model)
    if "dtype" in options:  # the reference computes in f32 with the rounded weights
        model = model.to(options["dtype"])
    model.save_pretrained(folder, safe_serialization="pickled" not in options, max_shard_size=options.get("shards", "1GB"))
    model = model.float()
    if options.get("legacy"):
        save_as_the_oldest(folder)
    if options.get("onnx"):
        export_onnx(model, folder)
    if options.get("tokenizer_json"):  # the others are read from vocab.txt or vocab.json + merges.txt
        for file in folder.glob("vocab.*"):
            file.unlink()
        (folder / "merges.txt").unlink(missing_ok=True)
        tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    texts = TEXTS + options.get("texts", [])
    ids = encode(tokenizer, texts)
    kind = "logits" if hasattr(config, "problem_type") and "Classification" in model_class.__name__ else "pooled"
    dump(folder / "reference.json", {
        "transformers": transformers.__version__, "torch": torch.__version__, "seed": SEED, "kind": kind,
        "samples": [{"text": text, "ids": i, kind: forward(model, i)} for text, i in zip(texts, ids)]})
    for file in folder.iterdir():
        file.chmod(0o644)


def make_minilm(directory):
    tokenizer = transformers.AutoTokenizer.from_pretrained(directory, local_files_only=True)
    model = transformers.AutoModel.from_pretrained(directory, local_files_only=True).eval()
    samples = []
    for sentence in SENTENCES:
        ids = tokenizer(sentence)["input_ids"]
        pooled = torch.tensor(forward(model, ids))
        unit = pooled / pooled.norm()
        samples.append({"text": sentence, "ids": ids, "embedding": unit.tolist()})
    dump(OUT / "minilm_reference.json", {
        "model": "all-MiniLM-L6-v2", "transformers": transformers.__version__, "kind": "mean pooling, unit length",
        "samples": samples})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minilm", metavar="DIR", help="folder of all-MiniLM-L6-v2 (tools/get_base_weights.sh)")
    parser.add_argument("--only-minilm", action="store_true", help="leave the tiny checkpoints as they are")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if not args.only_minilm:
        for name in ARCHITECTURES:
            make(name)
            print(name, sum(file.stat().st_size for file in (OUT / name).iterdir()) // 1024, "KiB")
        save_tensors_of_every_kind()
    if args.minilm:
        make_minilm(args.minilm)


if __name__ == "__main__":
    main()
