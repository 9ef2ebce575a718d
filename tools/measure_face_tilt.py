#!/usr/bin/env python3
"""Measures what turning faces upright brings: FER2013's development faces turned by known angles, and photographs.

    tools/measure_face_tilt.py --fer FER2013PLUS --photos DIR --emo PROGRAM > docs/results/face_tilt.md

The faces are those of PublicTest whose FER+ votes have a majority (counts of 1 become 0, more than half of the votes, seven
classes), turned by Pillow (bicubic, the border repeated) and read with `--no-detect` semantics by `emo eval face`. DIR has
photos.csv (file, faces, expression). Needs numpy and Pillow.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

from make_not_faces import SIDE, fer_rows

ANGLES = (0, 10, -10, 20, -20, 30, -30, 40, -40, 50, -50)
LIMITS = (90, 0, 10, 15, 20, 25, 30)
CLASSES = ("surprise", "fear", "disgust", "happiness", "sadness", "anger", "neutral")


def majorities(folder):
    """Row -> class of the PublicTest rows that have a majority among the seven."""
    found = {}
    with open(os.path.join(folder, "fer2013plus_labels.csv")) as file:
        for index, row in enumerate(csv.DictReader(file)):
            votes = {name: int(row[name]) for name in (*CLASSES, "contempt", "unknown", "NF")}
            votes = {name: count for name, count in votes.items() if count > 1}
            if row["usage"] != "PublicTest" or not votes:
                continue
            best = max(votes, key=votes.get)
            if best in CLASSES and 2 * votes[best] > sum(votes.values()):
                found[index] = best
    return found


def turned(pixels, degrees):
    if degrees == 0:
        return Image.fromarray(pixels)
    wide = Image.fromarray(np.pad(pixels, SIDE // 2, mode="edge")).rotate(-degrees, resample=Image.BICUBIC)
    return wide.crop((SIDE // 2, SIDE // 2, SIDE // 2 + SIDE, SIDE // 2 + SIDE))


def figures(emo, rows, limit):
    out = subprocess.run([emo, "eval", "face", "--data", rows, "--min-tilt", str(limit), "--bootstrap", "0", "--format", "json",
                          "--quiet"], check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def dev_table(arguments, folder):
    rows, gold = fer_rows(arguments.fer), majorities(arguments.fer)
    print(f"## FER2013 PublicTest, n = {len(gold)}\n\nAccuracy / balanced accuracy in percent, and the loss, of the head "
          "`expression`; rows: the angle, clockwise positive; columns: `--min-tilt`.\n")
    print("| turned by | " + " | ".join("not asked (90)" if limit == 90 else str(limit) for limit in LIMITS) + " |")
    print("|---|" + "---|" * len(LIMITS))
    for angle in ANGLES:
        pictures = os.path.join(folder, str(angle))
        os.mkdir(pictures)
        table = os.path.join(pictures, "rows.csv")
        with open(table, "w") as file:
            file.write("image,label\n")
            for index, label in gold.items():
                turned(rows[index][0], angle).save(os.path.join(pictures, f"{index}.png"))
                file.write(f"{index}.png,{label}\n")
        cells = []
        for limit in LIMITS:
            found = figures(arguments.emo, table, limit)
            cells.append(f"{100 * found['accuracy']:.2f} / {100 * found['balanced_accuracy']:.2f}, {found['nll']:.4f}")
        print(f"| {angle} | " + " | ".join(cells) + " |", flush=True)


def photo_table(arguments, folder):
    with open(os.path.join(arguments.photos, "photos.csv"), newline="") as file:
        photos = [row for row in csv.DictReader(file) if row["file"].endswith(".jpg")]
    print("\n## Photographs\n\nTurned by Pillow, grey corners; found: boxes of `emo face` against faces counted; right: of those with "
          "one expression.\n\n| turned by | found | right, not asked | right, `--min-tilt 20` |\n|---|---|---|---|")
    for angle in (0, 10, 20, 30, 40, 50):
        wanted, found, right = 0, 0, {90: 0, 20: 0}
        single = 0
        for sign in (1, -1) if angle else (1,):
            names = []
            for row in photos:
                names.append(os.path.join(folder, f"{sign * angle}-{row['file']}"))
                picture = Image.open(os.path.join(arguments.photos, row["file"])).convert("RGB")
                picture.rotate(-sign * angle, expand=True, fillcolor=(128, 128, 128), resample=Image.BICUBIC).save(
                    names[-1], quality=92)
            for limit in right:
                lines = subprocess.run([arguments.emo, "face", *names, "--min-tilt", str(limit), "--format", "jsonl", "--quiet"],
                                       check=True, capture_output=True, text=True).stdout.splitlines()
                for row, line in zip(photos, lines):
                    faces = json.loads(line)["faces"]
                    if row["expression"]:
                        right[limit] += bool(faces) and faces[0]["label"] == row["expression"]
                    if limit == 90:
                        wanted, found, single = wanted + int(row["faces"]), found + len(faces), single + bool(row["expression"])
        print(f"| {'' if angle == 0 else '±'}{angle} | {found} of {wanted} | {right[90]} of {single} | {right[20]} of {single} |",
              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("--fer", "--photos", "--emo"):
        parser.add_argument(name, required=True)
    arguments = parser.parse_args()
    if not os.path.exists(os.path.join(arguments.photos, "photos.csv")):
        sys.exit(f"{arguments.photos}: no photos.csv")
    print("# Turning faces upright: what was measured\n\n`tools/measure_face_tilt.py`, int8.\n")
    with tempfile.TemporaryDirectory() as folder:
        dev_table(arguments, folder)
        photo_table(arguments, folder)


if __name__ == "__main__":
    main()
