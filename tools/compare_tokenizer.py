#!/usr/bin/env python3
"""Compares our token ids with Hugging Face's `tokenizers` on real texts: 0 differences is the goal.

    python3 -m venv venv && venv/bin/pip install tokenizers==0.23.3
    venv/bin/python tools/compare_tokenizer.py --dump build/release/bin/dump_ids --tokenizer DIR [--limit N] [SET…]

DIR holds a tokenizer.json. SET is a .jsonl file with a "text" member in each row, or a text file with one text a line;
default: five sets under $EMO_SHARED_DATA/text (default ../shared/data/text beside the repository). `--hostile N` adds
N generated texts of awkward characters (marks, CJK, controls, specials, very long words) and one text for each
assigned code point; `--train-bpe` first trains a byte-level BPE vocabulary on the public-domain poems and stores it in
DIR. Exit status 1 on any difference.
"""
import argparse
import json
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import unicodedata

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("EMO_SHARED_DATA", ROOT.parent / "shared" / "data")) / "text"
SETS = ["goemotions", "stream_tweets", "poems_public_domain", "xed_multilingual", "brighter"]


def texts_of(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if path.suffix == ".jsonl":
                text = json.loads(line)["text"]
                yield text
                if path.parent.name == "poems_public_domain":  # lines as well as whole poems
                    yield from (part for part in text.split("\n") if part)
            else:
                yield line.rstrip("\n")


def files_of(names):
    for name in names or SETS:
        path = pathlib.Path(name)
        if path.is_file():
            yield path
        else:
            folder = path if path.is_dir() else DATA / name
            yield from sorted(p for p in folder.rglob("*") if p.suffix in (".jsonl", ".txt") and p.name != "labels.txt")


def hostile(count, seed=1):
    """Random mixtures of what tokenizers get wrong, then each assigned code point inside and between words."""
    rng = random.Random(seed)
    marks = [chr(c) for c in range(0x110000) if unicodedata.combining(chr(c))]
    fixed = ["[CLS]", "[SEP]", "[MASK]", "[UNK]", "[PAD]", "[", "]", "[mask]", "<s>", "</s>", "<mask>", " <mask> ", "<",
             "##", "##ing", "'s", "'re", "'LL", " '", "\u200d", "\ufe0f", "\ufffd", "\0", "\t", "\r\n", "\n\n", "  ",
             "\u00a0", "\u3000", "\u2028", "\u0085", "\u1680", "\u2026", "\u201c", "\u2019", "\u0130", "\u00df",
             "\ufb01", "\u00c5", "\uac01", "\u1100\u1161", "e\u0301", "\u0301", "q\u0307\u0323",
             "\ud55c\uad6d\uc5b4", "\u65e5\u672c\u8a9e", "\u0627\u0644\u0639", "\u05e2\u05d1", "\u0939\u093f\u0902",
             "\u0e44\u0e17\u0e22", "\U0001f600", "\U0001f469\U0001f3fd\u200d\U0001f680", "\U0001f1e9\U0001f1ea",
             "1\ufe0f\u20e3", "a" * 99, "a" * 100, "a" * 101, "\u00e9" * 100, "\u00e9" * 101, "x" * 5000,
             "\U0001d15e", "\u302e", "\ufb2c", "\u1fef", "\u2260", "\u226e", "\U0002f801", "\uf900", "\U0010ffff"]
    for _ in range(count):
        parts = []
        for _ in range(rng.randrange(1, 12)):
            kind = rng.randrange(6)
            if kind == 0:
                parts.append(rng.choice(fixed))
            elif kind == 1:
                parts.append("".join(rng.choice(marks) for _ in range(rng.randrange(1, 5))))
            elif kind == 2:
                cp = rng.randrange(0x110000)
                parts.append(chr(cp) if not 0xD800 <= cp <= 0xDFFF else "?")
            elif kind == 3:
                parts.append("".join(chr(rng.randrange(0x2000 if rng.random() < 0.5 else 0x500)) for _ in range(4)))
            elif kind == 4:
                parts.append("".join(rng.choice("abcdefgEFGH ,.'!?\u00e9\u00c9") for _ in range(rng.randrange(1, 10))))
            else:
                parts.append(" ")
        yield "".join(parts)
    for cp in range(0x110000):
        if not 0xD800 <= cp <= 0xDFFF and (unicodedata.category(chr(cp)) != "Cn" or cp % 16 == 0):
            yield f"a{chr(cp)}b {chr(cp)}"


def train_bpe(folder):
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    specials = ["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True, special=True)]
    trainer = trainers.BpeTrainer(vocab_size=8192, special_tokens=specials, show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(texts_of(DATA / "poems_public_domain" / "poems.jsonl"), trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    tokenizer.save(str(folder / "tokenizer.json"))
    tokenizer.model.save(str(folder))


def dump(program, folder, texts):
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / "texts"
        with open(path, "wb") as out:
            for text in texts:
                data = text.encode("utf-8")
                out.write(struct.pack("<I", len(data)) + data)
        result = subprocess.run([program, folder, path], stdout=subprocess.PIPE, check=True)
    return [[int(x) for x in line.split()] for line in result.stdout.decode().split("\n")[:-1]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--dump", required=True, help="the built dump_ids program")
    parser.add_argument("--tokenizer", required=True, type=pathlib.Path)
    parser.add_argument("--train-bpe", action="store_true")
    parser.add_argument("--limit", type=int, default=0, help="texts per set")
    parser.add_argument("--hostile", type=int, default=0)
    args = parser.parse_args()
    if args.train_bpe:
        train_bpe(args.tokenizer)
    reference = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
    reference.no_padding()
    reference.no_truncation()
    groups = {}
    for path in files_of(args.sets):
        groups.setdefault(path.parent.name, []).extend(texts_of(path))
    if args.hostile:
        groups["hostile"] = list(hostile(args.hostile))
    total = different = 0
    for name, texts in groups.items():
        texts = texts[:args.limit] if args.limit and name != "hostile" else texts
        ours = dump(args.dump, args.tokenizer, texts)
        wrong = []
        for start in range(0, len(texts), 4096):
            encodings = reference.encode_batch(texts[start:start + 4096], add_special_tokens=False)
            wrong += [(start + i, e.ids) for i, e in enumerate(encodings) if e.ids != ours[start + i]]
        print(f"{name}: {len(texts)} texts, {len(wrong)} different", flush=True)
        for i, ids in wrong[:5]:
            print("   text", ascii(texts[i])[:200], "\n   reference", ids[:40], "\n   ours     ", ours[i][:40])
        total, different = total + len(texts), different + len(wrong)
    print(f"total: {total} texts, {different} different")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
