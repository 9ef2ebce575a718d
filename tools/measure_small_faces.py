#!/usr/bin/env python3
"""Counts the faces that are found when photographs of people are a small part of a large picture.

    tools/measure_small_faces.py --photos DIR --backgrounds DIR --emo PROGRAM [--seed 1] > docs/results/small_faces.md

Each photograph that DIR/photos.csv (file, faces, …) counts faces of is shrunk to 15 to 35 % of the height of a picture of
1,024, 2,048 and 4,096 pixels and laid, at a random place, over a background: any picture below the other folder. Where the
faces are is what PROGRAM finds in the photograph itself; a photograph of which it does not find as many as are counted is
left out, and told. The same seed gives the same pictures. Needs Pillow.
"""
import argparse
import csv
import glob
import json
import os
import random
import subprocess
import sys
import tempfile

from PIL import Image

WIDTHS = (1024, 2048, 4096)
TIMES = 3  # each photograph at each width
WAYS = (("--detector-size 320", ["--detector-size", "320"]), ("as it comes: 320, then 640 for small faces", []),
        ("--detector-size 640", ["--detector-size", "640"]), ("--tiles", ["--tiles"]))


def faces_in(emo, files, options, folder):
    """The boxes {x, y, w, h} of each file."""
    names, out = os.path.join(folder, "list.txt"), os.path.join(folder, "faces.jsonl")
    with open(names, "w") as file:
        file.writelines(os.path.abspath(name) + "\n" for name in files)
    subprocess.run([emo, "batch", "face", names, "--out", out, "--quiet", "--force", *options], check=True)
    with open(out) as lines:
        return [[face["box"] for face in json.loads(line)["faces"]] for line in lines]


def overlap(a, b):
    width = min(a["x"] + a["w"], b["x"] + b["w"]) - max(a["x"], b["x"])
    height = min(a["y"] + a["h"], b["y"] + b["h"]) - max(a["y"], b["y"])
    if width <= 0 or height <= 0:
        return 0
    return width * height / (a["w"] * a["h"] + b["w"] * b["h"] - width * height)


def compose(photo, background, width, rng):
    """The picture, and how a place (x, y) of the photograph is found in it: times `scale`, then moved by `x` and `y`."""
    height = width * 3 // 4
    picture = Image.open(background).convert("RGB").resize((width, height))
    scale = height * rng.uniform(0.15, 0.35) / photo.height
    small = photo.resize((max(1, round(photo.width * scale)), max(1, round(photo.height * scale))), Image.LANCZOS)
    x, y = rng.randint(0, width - small.width), rng.randint(0, height - small.height)
    picture.paste(small, (x, y))
    return picture, scale, x, y


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--photos", "--backgrounds", "--emo"):
        parser.add_argument(name, required=True)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    backgrounds = sorted(name for name in glob.glob(os.path.join(args.backgrounds, "**", "*"), recursive=True)
                         if name.lower().endswith((".jpg", ".jpeg", ".png", ".webp")))
    if not backgrounds:
        sys.exit(f"{args.backgrounds}: no picture below it")
    with open(os.path.join(args.photos, "photos.csv"), newline="") as file:
        counted = [(row["file"], int(row["faces"])) for row in csv.DictReader(file) if row["file"].endswith(".jpg")]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(args.photos, name) for name, _ in counted]
        pictures, wanted = [], []
        for path, (name, count), boxes in zip(paths, counted, faces_in(args.emo, paths, [], folder)):
            if len(boxes) != count:
                print(f"{name}: {len(boxes)} of {count} faces found, left out", file=sys.stderr)
                continue
            photo = Image.open(path).convert("RGB")
            for width in WIDTHS:
                for _ in range(TIMES):
                    picture, scale, x, y = compose(photo, rng.choice(backgrounds), width, rng)
                    pictures.append(os.path.join(folder, f"{len(pictures)}.jpg"))
                    picture.save(pictures[-1], quality=90)
                    wanted.append([{"x": b["x"] * scale + x, "y": b["y"] * scale + y, "w": b["w"] * scale,
                                    "h": b["h"] * scale} for b in boxes])
        sides = sorted(max(b["w"], b["h"]) * 1000 / Image.open(p).width for p, boxes in zip(pictures, wanted) for b in boxes)
        print("# Small faces in large pictures\n")
        print(f"`tools/measure_small_faces.py`, seed {args.seed}: {len(pictures)} pictures of 1,024, 2,048 and 4,096 pixels, made "
              f"of {len(pictures) // (TIMES * len(WIDTHS))} photographs and\n{len(backgrounds)} backgrounds, with {len(sides)} "
              f"faces; half of them are between {sides[len(sides) // 4]:.0f} and {sides[3 * len(sides) // 4]:.0f} thousandths "
              "of the picture's width.\n")
        print("| | found | other boxes |\n|---|---|---|")
        for title, options in WAYS:
            found = other = 0
            for boxes, faces in zip(faces_in(args.emo, pictures, options, folder), wanted):
                hit = {i for face in faces for i, box in enumerate(boxes) if overlap(face, box) > 0.3}
                found += sum(any(overlap(face, box) > 0.3 for box in boxes) for face in faces)
                other += len(boxes) - len(hit)
            print(f"| {title} | {found} of {len(sides)} | {other} |", flush=True)


if __name__ == "__main__":
    main()
