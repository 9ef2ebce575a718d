#!/usr/bin/env python3
"""Writes texts without labels for `emo train text`, one a line: what they mean is for teachers to say.

Two sources, both free to use: the example sentences of WordNet 3.0 (Princeton's licence; Debian package wordnet-base
installs /usr/share/wordnet), and stretches of one to four lines of poems in the public domain, from a jsonl with a
"text" per poem. Sentences under four words are left out, and so are those that appear twice.

  tools/make_plain_texts.py --wordnet /usr/share/wordnet --poems poems.jsonl --poem-texts 15000 --seed 1 --out DIR

Writes DIR/wordnet_examples.txt and DIR/poem_lines.txt.
"""

import argparse
import json
import pathlib
import random
import re
import sys

LEAST_WORDS = 4


def wordnet_examples(folder):
    """The quoted examples behind the definitions, in file order."""
    examples = []
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            gloss = line.partition("|")[2]
            examples += [text.strip() for text in re.findall(r'"([^"]+)"', gloss)]
    return examples


def poem_stretches(path, count, generator):
    """Neighbouring lines of one stanza, joined by a blank, so that each stands on one line."""
    stanzas = []
    for line in path.read_text(encoding="utf-8").splitlines():
        for stanza in re.split(r"\n\s*\n", json.loads(line)["text"]):
            lines = [" ".join(verse.split()) for verse in stanza.split("\n") if verse.strip()]
            if lines:
                stanzas.append(lines)
    stretches = []
    for _ in range(count):
        lines = generator.choice(stanzas)
        length = min(len(lines), generator.randint(1, 4))
        first = generator.randrange(len(lines) - length + 1)
        stretches.append(" ".join(lines[first:first + length]))
    return stretches


def write(path, texts):
    kept = [text for text in dict.fromkeys(texts) if len(text.split()) >= LEAST_WORDS]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{path}: {len(kept)} texts")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wordnet", type=pathlib.Path, required=True, help="folder with data.noun and its neighbours")
    parser.add_argument("--poems", type=pathlib.Path, required=True, help='jsonl, one poem with a "text" a line')
    parser.add_argument("--poem-texts", type=int, default=15000, help="stretches to draw before copies are left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    try:
        examples = wordnet_examples(args.wordnet)
        stretches = poem_stretches(args.poems, args.poem_texts, random.Random(args.seed))
    except (OSError, KeyError, json.JSONDecodeError) as problem:
        sys.exit(f"make_plain_texts: {problem}")
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out / "wordnet_examples.txt", examples)
    write(args.out / "poem_lines.txt", stretches)


if __name__ == "__main__":
    main()
