#!/usr/bin/env python3
"""How much the answers of a text model depend on which apostrophe is typed: ' or the typographic one of phones.

    tools/measure_apostrophes.py EMO MODEL DATA > docs/results/apostrophes.md

DATA holds goemotions/, xed_en/, dailydialog/ and meld/ as jsonl splits. Of each development split up to 2,000 rows with
either apostrophe, drawn with seed 1, are judged twice: all straight, all typographic. Takes a minute on one core.
Needs Python 3.8 and no packages. Exit: 0 ok, 1 usage.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

SETS = ("goemotions", "xed_en", "dailydialog", "meld")
STRAIGHT, CURLY = "'", "\u2019"
MOST_ROWS = 2000


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if STRAIGHT in row["text"] or CURLY in row["text"]]
    random.Random(1).shuffle(rows)
    return rows[:MOST_ROWS]


def judged(emo, model, rows, folder):
    """Accuracy, macro-F1 and the answers of the head `basic`."""
    data, out = os.path.join(folder, "rows.jsonl"), os.path.join(folder, "out")
    with open(data, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({"text": row["text"], "labels": row["labels"]}) + "\n")
    subprocess.run([emo, "eval", "text", "--model", model, "--data", data, "--head", "basic", "--bootstrap", "0",
                    "--out", out, "--quiet", "--format", "json"], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(out, "metrics.json"), encoding="utf-8") as file:
        metrics = json.load(file)
    with open(os.path.join(out, "predictions.jsonl"), encoding="utf-8") as file:
        answers = [row["predicted"] for row in map(json.loads, file)]
    return metrics["accuracy"], metrics["macro_f1"], answers


def main():
    if len(sys.argv) != 4:
        sys.stderr.write(__doc__)
        return 1
    emo, model, data = sys.argv[1:]
    print("# Straight and typographic apostrophes\n\n`tools/measure_apostrophes.py`; head `basic`, development rows with "
          "an apostrophe.\n\n| set | rows | another answer | ' accuracy, macro-F1 | \u2019 accuracy, macro-F1 |\n"
          "|---|---|---|---|---|")
    for name in SETS:
        rows = rows_of(os.path.join(data, name, "dev.jsonl"))
        found = []
        for mark in (STRAIGHT, CURLY):
            other = CURLY if mark == STRAIGHT else STRAIGHT
            with tempfile.TemporaryDirectory() as folder:
                found.append(judged(emo, model, [dict(r, text=r["text"].replace(other, mark)) for r in rows], folder))
        (a, a_f1, one), (b, b_f1, two) = found
        changed = sum(x != y for x, y in zip(one, two)) / len(one)
        print(f"| {name} | {len(one):,} | {100 * changed:.1f} % | {a:.3f}, {a_f1:.3f} | {b:.3f}, {b_f1:.3f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
