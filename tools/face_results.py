#!/usr/bin/env python3
"""Prints the tables of docs/results/faces.md from what tools/face_table wrote.

    cd docs/results
    face_results.py faces_{private,public}_test.json faces_{private,public}_test_upright.json

The last two are of `face_table --tilt models/face-tilt`: faces that lean turned upright, as the program reads them. Needs Python 3.8 and no packages. Exit: 0 ok, 1 usage, 2 a file that cannot be read.
"""
import json
import sys

HEADS = (("ferplus_majority_7", "FER+ majority, 7 classes, head `expression`"),
         ("fer2013_label_by_fer2013_head", "FER2013 label, head `fer2013`"),
         ("fer2013_label_by_expression_head", "FER2013 label, head `expression`"))
ROWS = (("all", ""), ("without_copies_in_training", ", without copies in Training"))
VIEWS = (("single", ""), ("flip_averaged", ", mean with the mirror image"))


def percent(value):
    return f"{100 * value:.2f}"


def figures(table):
    lines = ["| what | n | accuracy | balanced | macro-F1 | ECE |", "|---|---|---|---|---|---|"]
    for key, name in HEADS:
        for view, view_name in VIEWS:
            for rows, rows_name in ROWS:
                f = table[view][key][rows]
                cells = [percent(f[k]) for k in ("accuracy", "balanced_accuracy", "macro_f1", "ece")]
                lines.append(f"| {name}{view_name}{rows_name} | {f['n']} | " + " | ".join(cells) + " |")
    return lines


def upright(test, dev):
    """One head each for its own labels; what the other head says about them does not depend on how faces lean."""
    lines = ["| split | what | n | accuracy | balanced | macro-F1 | ECE |", "|---|---|---|---|---|---|---|"]
    for split, table in (("PrivateTest", test), ("PublicTest", dev)):
        for line in figures(table)[2:2 + 2 * len(VIEWS) * len(ROWS)]:
            lines.append(f"| {split} {line}")
    return lines


def confusion(table):
    both = table["single"]["ferplus_majority_7"]["all"]["confusion"]
    labels = both["labels"]
    lines = ["| gold \\ said | " + " | ".join(labels) + " |", "|---|" + "---|" * len(labels)]
    for label, row in zip(labels, both["matrix"]):
        lines.append(f"| {label} | " + " | ".join(str(n) for n in row) + " |")
    return lines


def changes(table):
    clean = table["robustness_single"]["clean"]["accuracy"]
    lines = ["| change | accuracy | points |", "|---|---|---|"]
    for change, f in table["robustness_single"].items():
        lines.append(f"| {change} | {percent(f['accuracy'])} | {100 * (f['accuracy'] - clean):+.2f} |")
    return lines


def main():
    if len(sys.argv) != 5:
        sys.stderr.write(__doc__)
        return 1
    try:
        test, dev, upright_test, upright_dev = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
    except (OSError, ValueError) as error:
        sys.stderr.write(f"face_results: {error}\n")
        return 2
    single = test["single"]
    eight = single["ferplus_majority_8_contempt_always_wrong"]
    recall = single["ferplus_majority_7"]["all"]["recall"]
    print("\n".join(["## PrivateTest", "", *figures(test), "",
                     "In 8 classes (the model has no contempt, so those faces count as wrong): "
                     f"{percent(eight['accuracy'])} % (n = {eight['n']}).", "",
                     "Recall in percent, FER+ majority: " +
                     ", ".join(f"{label} {100 * value:.0f}" for label, value in recall.items()) + ".", "",
                     *confusion(test), "", "## PublicTest (the set of every choice)", "", *figures(dev), "",
                     "## Faces turned upright, as the program reads them", "", *upright(upright_test, upright_dev), "",
                     "## Small changes of the pictures, PrivateTest, FER+ majority, one view", "",
                     "Read as they lean:", "", *changes(test), "", "Turned upright:", "", *changes(upright_test)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
