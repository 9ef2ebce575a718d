#!/usr/bin/env python3
"""Counts what the face detector finds in pictures that nothing was trained on, and what the verifier leaves of it.

    tools/measure_face_verifier.py --boxes docs/results/face_verifier_boxes.tsv --pictures DIR --emo PROGRAM > FILE.md

DIR holds Debian packages unpacked (`dpkg-deb -x`), each in a folder of its name. The table of boxes says of each box that
the detector gave at its usual score, looked at by a person, whether it holds a face: file, x, y, w, h and `face`,
`not_face` or `unclear` (drawings, statues, masks, apes: counted nowhere).
"""
import argparse
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile

SHARED = 0.5  # of the union: two boxes are the same place


def same_place(a, b):
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return False
    return width * height > SHARED * (a[2] * a[3] + b[2] * b[3] - width * height)


def found_in(emo, pictures, files, options):
    """File -> boxes (x, y, w, h, abstained) that the program gives."""
    with tempfile.TemporaryDirectory() as folder:
        names, out = os.path.join(folder, "list.txt"), os.path.join(folder, "faces.jsonl")
        with open(names, "w") as file:
            file.writelines(os.path.abspath(os.path.join(pictures, name)) + "\n" for name in files)
        subprocess.run([emo, "batch", "face", names, "--out", out, "--quiet", *options], check=True)
        with open(out) as lines:
            rows = [json.loads(line) for line in lines]
    found = {}
    for name, row in zip(files, rows):
        if "error" in row:
            sys.exit(f"measure_face_verifier: {name}: {row['error']['message']}")
        found[name] = [[face["box"][key] for key in "xywh"] + [face["abstained"]] for face in row["faces"]]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--boxes", required=True)
    parser.add_argument("--pictures", required=True)
    parser.add_argument("--emo", required=True)
    arguments = parser.parse_args()
    with open(arguments.boxes) as file:
        judged = list(csv.DictReader(file, delimiter="\t"))
    files = sorted({row["file"] for row in judged})
    print("| | boxes of faces | kept | of other things | kept | of these not abstained from |\n|---|---|---|---|---|---|")
    for words, options in (("detector alone", ["--min-faceness", "0"]), ("with the verifier", [])):
        found = found_in(arguments.emo, arguments.pictures, files, options)
        kept, total, bold = collections.Counter(), collections.Counter(), 0
        for row in judged:
            total[row["is"]] += 1
            box = [float(row[key]) for key in "xywh"]
            here = [other for other in found[row["file"]] if same_place(box, other)]
            kept[row["is"]] += bool(here)
            bold += row["is"] == "not_face" and any(not other[4] for other in here)
        print(f"| {words} | {total['face']} | {kept['face']} | {total['not_face']} | {kept['not_face']} | {bold} |")


if __name__ == "__main__":
    main()
