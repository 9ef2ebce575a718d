#!/usr/bin/env python3
"""Our tokenizer and Hugging Face's in turn (A B A B …) on the same texts, one thread each; medians and ratios.

    bench/peers/tokenizer/install.sh
    bench/peers/tokenizer/compare.py --program build/dev/bin/text_tokenizer --tokenizer DIR [--texts FILE] [--rounds 3]

DIR holds a tokenizer.json. FILE has one text a line; default: the GoEmotions training comments under $EMO_SHARED_DATA
(default ../shared/data beside the repository). Rates are per CPU second, so that other work on the machine does not
count. Exit status 1 when the programs do not agree on the number of tokens.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DATA = pathlib.Path(os.environ.get("EMO_SHARED_DATA", HERE.parents[2].parent / "shared" / "data"))


def goemotions(folder):
    path = pathlib.Path(folder) / "texts.txt"
    with open(DATA / "text" / "goemotions" / "train.jsonl", encoding="utf-8") as rows, \
            open(path, "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.loads(row)["text"].replace("\n", " ").replace("\r", " ") + "\n")
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--tokenizer", required=True, type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", default="3")
    args = parser.parse_args()
    program, tokenizer = os.path.abspath(args.program), args.tokenizer.resolve()  # the peers run in a folder of theirs
    single = dict(os.environ, TOKENIZERS_PARALLELISM="false", RAYON_NUM_THREADS="1")
    model = tokenizer / "tokenizer.json"
    with tempfile.TemporaryDirectory() as scratch:
        texts = args.texts.resolve() if args.texts else goemotions(scratch)
        commands = {
            "ours": [program, tokenizer, texts, args.seconds],
            "node": ["node", HERE / "node_bench.mjs", model, texts, args.seconds],
            "python": [HERE / "venv/bin/python", HERE / "python_bench.py", model, texts, args.seconds],
        }
        rates, tokens = {name: [] for name in commands}, {}
        for _ in range(args.rounds):
            for name, command in commands.items():
                result = json.loads(subprocess.run(command, stdout=subprocess.PIPE, env=single, cwd=HERE, check=True).stdout)
                rates[name].append(result["encode_texts_per_s"])
                tokens[name] = result["tokens"]
    median = {name: statistics.median(values) for name, values in rates.items()}
    print("| tokenizer | texts/s (median) | all rounds | ours is |\n|---|---:|---|---:|")
    for name in commands:
        rounds = " ".join(f"{value:,.0f}" for value in rates[name])
        print(f"| {name} | {median[name]:,.0f} | {rounds} | {median['ours'] / median[name]:.1f}x |")
    if len(set(tokens.values())) != 1:
        sys.exit(f"token counts differ: {tokens}")
    print(f"tokens: {tokens['ours']}, the same for all")


if __name__ == "__main__":
    main()
