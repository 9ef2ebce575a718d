#!/usr/bin/env python3
"""Makes the pictures that models/face-tilt learns from: faces of FER2013, turned by known angles.

    tools/make_tilted_faces.py --fer FER2013PLUS --out DIR [--seed 1]

Each face is turned three times (twice for validation) by an angle drawn between -67.5 and 67.5 degrees, and its middle is
cut out: 0.61 to 0.72 of the side, moved by up to 2 pixels, which lies within the picture at every angle, so that no border
tells how it was turned. Writes DIR/{train,val}/ANGLE/*.png, 48 x 48 grey, ANGLE being the nearest of -60, -45 … 60 (clockwise
positive). The two splits share no face (FER2013's Training and PublicTest, without copies across the splits). FER2013's
faces lean by themselves, by some 11 degrees; that is noise in the labels, with a mean of 0. The same seed gives the same
files. Needs numpy and Pillow.
"""
import argparse
import math
import pathlib
import random

from PIL import Image

from make_not_faces import SIDE, fer_rows

STEP, LARGEST = 15, 60
ENLARGED = 3  # turning and cutting at three times the size costs no sharpness
SHARES = (0.61, 0.72)  # of the picture's side; tilt's margin is the middle of it times that of the face model
MOST_SHIFT = 2  # pixels of the picture


def turned(pixels, degrees, rng):
    """The middle of the picture, turned clockwise."""
    side = SIDE * ENLARGED
    picture = Image.fromarray(pixels).resize((side, side), Image.BICUBIC).rotate(-degrees, resample=Image.BICUBIC)
    reach = abs(math.cos(math.radians(degrees))) + abs(math.sin(math.radians(degrees)))
    part = min(side * rng.uniform(*SHARES), side / reach - 1)
    room = min((side / reach - part) / 2, MOST_SHIFT * ENLARGED)
    x, y = (side / 2 + rng.uniform(-room, room) for _ in range(2))
    return picture.resize((SIDE, SIDE), Image.BICUBIC, box=(x - part / 2, y - part / 2, x + part / 2, y + part / 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fer", required=True, help="folder of the packed FER2013 with FER+ votes")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    rows = fer_rows(arguments.fer)
    elsewhere = {group for _, usage, group, _ in rows if usage != "Training" and group != "-1"}
    angles = range(-LARGEST, LARGEST + 1, STEP)
    for split, usage, times in (("train", "Training", 3), ("val", "PublicTest", 2)):
        for angle in angles:
            (arguments.out / split / str(angle)).mkdir(parents=True)
        used = [pixels for pixels, of, group, is_face in rows
                if of == usage and is_face and (of != "Training" or group not in elsewhere)]
        for i, pixels in enumerate(used):
            for time in range(times):
                degrees = rng.uniform(-LARGEST - STEP / 2, LARGEST + STEP / 2)
                nearest = min(angles, key=lambda angle: abs(angle - degrees))
                turned(pixels, degrees, rng).save(arguments.out / split / str(nearest) / f"{i:06d}-{time}.png")
        print(f"{split}: {len(used)} faces, {times * len(used)} pictures")


if __name__ == "__main__":
    main()
