#!/usr/bin/env python3
"""Makes the pictures that models/face-verifier learns from: faces, and what the face detector takes for faces.

    tools/make_not_faces.py --fer FER2013PLUS --clipart DIR [--photos FILE…] --emo build/release/bin/emo --out DIR --seed 1

Faces are FER2013's. What is none comes from scenes drawn here: noise with the spectrum of photographs, heaps of shapes,
shaded balls and rings, letters, public-domain clip art (Debian's openclipart-png) and the photographs named; the
detector looks at each scene, and every box it gives is cut out as the recogniser would cut it, with a few random squares
and small pieces of faces beside them. Writes DIR/{train,val}/{face,not_face}/*.png, 48 x 48 grey. The two splits share no
clip art and no face (FER2013's Training and PublicTest, without copies across them). The same seed gives the same files.
recipes/face-verifier.json expects them in the folder `verifier` of what `emo train face --data` names.
Needs numpy and Pillow.
"""
import argparse
import csv
import glob
import json
import lzma
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIDE, WIDTH, HEIGHT = 48, 480, 360
MARGIN = 0.87  # of models/face: the same crop serves both
LOW_SCORE = 0.1  # boxes that the detector doubts teach as well
Image.MAX_IMAGE_PIXELS = None  # sizes are looked at before anything is decoded
# Folders and names that may hold faces of people, or drawings near enough.
LEFT_OUT_FOLDERS = ("people", "unsorted", "religion", "cartoon", "holiday", "toys", "avatars", "education", "flags", "smil",
                    "special", "cards", "office/clip")
LEFT_OUT_NAMES = ("face", "man", "girl", "boy", "head", "smil", "skull", "clown", "mask", "santa", "angel", "portrait", "baby",
                  "king", "queen", "pirate", "emo", "monkey", "robot", "doll", "lady", "person", "kid")


def clip_art(folder):
    """Small pictures with transparency, by name."""
    pictures = []
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.png"), recursive=True)):
        inside, name = os.path.relpath(path, folder).lower(), os.path.basename(path).lower()
        if any(word in inside for word in LEFT_OUT_FOLDERS) or any(word in name for word in LEFT_OUT_NAMES):
            continue
        with Image.open(path) as picture:
            if max(picture.size) > 1500:
                continue
            picture = picture.convert("RGBA")
            picture.thumbnail((260, 260))
            pictures.append(picture)
    return pictures


class Painter:
    """Scenes without faces; every choice comes from one seed."""

    def __init__(self, seed, clips, photos, fonts):
        self.random, self.numbers = random.Random(seed), np.random.default_rng(seed)
        self.clips, self.photos, self.fonts = clips, photos, fonts
        down = np.hypot(np.fft.fftfreq(WIDTH)[None, :], np.fft.fftfreq(HEIGHT)[:, None])
        down[0, 0] = 1 / WIDTH
        self.frequency = down

    def colour(self):
        return tuple(int(v) for v in self.numbers.integers(0, 256, 3))

    def noise(self):
        """Random phases under a falling spectrum: clouds, fur, leaves, sand."""
        alpha, grey, mix = self.random.uniform(0.5, 2.2), self.random.random() < 0.3, self.random.random()
        planes = []
        for _ in range(1 if grey else 3):
            spectrum = self.numbers.normal(size=(HEIGHT, WIDTH)) + 1j * self.numbers.normal(size=(HEIGHT, WIDTH))
            plane = np.fft.ifft2(spectrum / self.frequency**alpha).real
            planes.append((plane - plane.mean()) / plane.std())
        planes = planes * 3 if grey else [sum(planes) / 1.7 * mix + plane * (1 - mix) for plane in planes]
        values = np.stack(planes, 2) * self.random.uniform(15, 70) + self.numbers.uniform(40, 215, 3)
        return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))

    def photo(self):
        """A part of a photograph, at some scale, mirrored or not."""
        picture = self.random.choice(self.photos)
        share = self.random.uniform(0.25, 1)
        width, height = max(8, int(picture.width * share)), max(8, int(picture.height * share))
        x, y = self.random.randint(0, picture.width - width), self.random.randint(0, picture.height - height)
        part = picture.crop((x, y, x + width, y + height)).resize((WIDTH, HEIGHT), Image.BILINEAR)
        return part.transpose(Image.FLIP_LEFT_RIGHT) if self.random.random() < 0.5 else part

    def heap(self, scene):
        draw = ImageDraw.Draw(scene)
        for _ in range(self.random.randint(3, 120)):
            side = 6 * math.exp(self.random.random() * 3.2)
            x, y = self.random.uniform(-20, WIDTH), self.random.uniform(-20, HEIGHT)
            box, kind = [x, y, x + side, y + side * self.random.uniform(0.4, 1.6)], self.random.random()
            if kind < 0.4:
                draw.ellipse(box, fill=self.colour(), outline=self.colour() if self.random.random() < 0.4 else None)
            elif kind < 0.6:
                draw.rectangle(box, fill=self.colour())
            elif kind < 0.8:
                corners = self.random.randint(3, 7)
                draw.polygon([(x + self.random.uniform(0, side), y + self.random.uniform(0, side)) for _ in range(corners)],
                             fill=self.colour())
            else:
                draw.arc(box, self.random.uniform(0, 360), self.random.uniform(0, 360), fill=self.colour(),
                         width=self.random.randint(1, 6))

    def ball(self, scene):
        """Shaded, ringed, with holes or spots: wheels, fruit, buttons, eyes of animals."""
        side = int(self.random.uniform(24, 200))
        y, x = np.mgrid[0:side, 0:side] / side - 0.5
        light_x, light_y = self.random.uniform(-0.3, 0.3), self.random.uniform(-0.3, 0.3)
        radius = np.hypot(x, y * self.random.uniform(0.8, 1.2))
        shade = np.clip(1.2 - 1.6 * np.hypot(x - light_x, y - light_y), 0.1, 1)[..., None]
        rings = 1 + self.random.choice([0, 0.3, 0.6]) * np.sin(radius * self.random.uniform(10, 60))[..., None]
        values = np.clip(shade * rings * self.numbers.uniform(40, 255, 3), 0, 255)
        if self.random.random() < 0.6:
            for _ in range(self.random.randint(1, 6)):
                at_x, at_y = self.random.uniform(-0.35, 0.35), self.random.uniform(-0.35, 0.35)
                values[np.hypot(x - at_x, y - at_y) < self.random.uniform(0.03, 0.15)] = self.numbers.uniform(0, 255, 3)
        mask = Image.fromarray(((radius < 0.48) * 255).astype(np.uint8))
        place = int(self.random.uniform(0, WIDTH - side)), int(self.random.uniform(0, HEIGHT - side))
        scene.paste(Image.fromarray(values.astype(np.uint8)), place, mask)

    def clip(self, scene):
        picture = self.random.choice(self.clips)
        scale = self.random.uniform(30, 260) / max(picture.size)
        picture = picture.resize([max(4, int(side * scale)) for side in picture.size], Image.BILINEAR)
        if self.random.random() < 0.3:
            picture = picture.rotate(self.random.uniform(-40, 40), expand=True)
        scene.paste(picture, (int(self.random.uniform(-10, WIDTH - 20)), int(self.random.uniform(-10, HEIGHT - 20))), picture)

    def letters(self, scene):
        font = ImageFont.truetype(self.random.choice(self.fonts), int(self.random.uniform(10, 90)))
        signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,()+-&@%?!"
        text = "".join(self.random.choice(signs) for _ in range(self.random.randint(1, 14)))
        place = self.random.uniform(0, WIDTH * 0.8), self.random.uniform(0, HEIGHT * 0.9)
        ImageDraw.Draw(scene).text(place, text, fill=self.colour(), font=font)

    def scene(self):
        kind = self.random.random()
        if kind < 0.4:
            scene = self.noise()
        elif kind < 0.6 and self.photos:
            scene = self.photo()
        else:
            scene = Image.new("RGB", (WIDTH, HEIGHT), "white" if kind < 0.8 else self.colour())
        if self.random.random() < 0.4:
            self.heap(scene)
        for _ in range(self.random.randint(0, 7)):
            self.clip(scene)
        for _ in range(self.random.choice([0, 0, 1, 3])):
            self.ball(scene)
        for _ in range(self.random.choice([0, 0, 0, 2, 5])):
            self.letters(scene)
        if self.random.random() < 0.35:
            scene = scene.filter(ImageFilter.GaussianBlur(self.random.uniform(0.5, 3)))
        return scene.convert("L").convert("RGB") if self.random.random() < 0.3 else scene


def cut_out(grey, box):
    """The square of the recogniser around a box (x, y, width, height), borders repeated, at SIDE x SIDE."""
    side = max(1, round(max(box[2], box[3]) * MARGIN))
    x, y = round(box[0] + box[2] / 2 - side / 2), round(box[1] + box[3] / 2 - side / 2)
    rows = np.clip(np.arange(y, y + side), 0, grey.shape[0] - 1)
    columns = np.clip(np.arange(x, x + side), 0, grey.shape[1] - 1)
    square = Image.fromarray(grey[np.ix_(rows, columns)])
    return square.resize((SIDE, SIDE), Image.BOX if side > SIDE else Image.BILINEAR)


def scenes_to_crops(painter, count, emo, out):
    """Writes what the detector found in `count` scenes, and two random squares of each."""
    written = 0
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            painter.scene().save(f"{folder}/{i:06d}.jpg", quality=painter.random.randint(40, 95))
        found = os.path.join(folder, "faces.jsonl")
        subprocess.run([emo, "batch", "face", folder, "--min-detection", str(LOW_SCORE), "--min-faceness", "0", "--out", found,
                        "--quiet"], check=True)
        with open(found) as lines:
            rows = sorted((json.loads(line) for line in lines), key=lambda row: row["source"])
        for row in rows:
            if "error" in row:
                sys.exit(f"make_not_faces: {row['source']}: {row['error']['message']}")
            grey = np.asarray(Image.open(os.path.join(folder, os.path.basename(row["source"]))).convert("L"))
            boxes = [[face["box"][key] for key in "xywh"] for face in row["faces"]]
            for _ in range(2):
                side = math.exp(painter.random.uniform(math.log(24), math.log(260)))
                x, y = painter.random.uniform(0, WIDTH - side), painter.random.uniform(0, max(1, HEIGHT - side))
                boxes.append([x, y, side, side])
            for box in boxes:
                cut_out(grey, box).save(out / f"scene-{written:06d}.png")
                written += 1
    return written


def fer_rows(folder):
    """(pixels, usage, group of copies, is it a face) of each picture of the packed FER2013 with FER+ votes."""
    with lzma.open(os.path.join(folder, "fer2013plus_images_48x48_u8.bin.xz")) as file:
        pixels = np.frombuffer(file.read(), np.uint8).reshape(-1, SIDE, SIDE)
    with open(os.path.join(folder, "fer2013plus_labels.csv")) as file:
        return [(pixels[int(row["index"])], row["usage"], row["dup_group"], int(row["NF"]) < 3) for row in csv.DictReader(file)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fer", required=True, help="folder of the packed FER2013 with FER+ votes")
    parser.add_argument("--clipart", required=True, help="folder of public-domain clip art, png with transparency")
    parser.add_argument("--photos", nargs="*", default=[], help="photographs without faces")
    parser.add_argument("--emo", required=True, help="the program, with its detector installed")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenes", type=int, default=6000, help="of training; an eighth as many for validation")
    arguments = parser.parse_args()
    fonts = sorted(glob.glob("/usr/share/fonts/truetype/dejavu/*.ttf"))
    if not fonts:
        sys.exit("make_not_faces: no DejaVu fonts here; install fonts-dejavu-core")
    clips = clip_art(arguments.clipart)
    if len(clips) < 100:
        sys.exit(f"make_not_faces: {len(clips)} usable pictures in {arguments.clipart}, expected at least 100")
    rows = fer_rows(arguments.fer)
    elsewhere = {group for _, usage, group, _ in rows if usage != "Training" and group != "-1"}
    photos = [Image.open(path).convert("RGB") for path in arguments.photos]
    learnt_clips = [clip for i, clip in enumerate(clips) if i % 8 != 7]
    for split, usage, part, scenes in (("train", "Training", learnt_clips, arguments.scenes),
                                       ("val", "PublicTest", clips[7::8], arguments.scenes // 8)):
        faces, others = arguments.out / split / "face", arguments.out / split / "not_face"
        faces.mkdir(parents=True)
        others.mkdir(parents=True)
        painter = Painter(2 * arguments.seed + (split == "val"), part, photos if split == "train" else [], fonts)
        used = [pixels for pixels, of, group, is_face in rows
                if of == usage and is_face and (of != "Training" or group not in elsewhere)]
        for i, pixels in enumerate(used):
            Image.fromarray(pixels).save(faces / f"{i:06d}.png")
        for i, pixels in enumerate(painter.random.sample(used, len(used) // 12)):
            side = painter.random.randint(12, 24)
            x, y = painter.random.randint(0, SIDE - side), painter.random.randint(0, SIDE - side)
            part = Image.fromarray(pixels[y:y + side, x:x + side]).resize((SIDE, SIDE), Image.BILINEAR)
            part.save(others / f"part-{i:06d}.png")
        written = scenes_to_crops(painter, scenes, arguments.emo, others)
        print(f"{split}: {len(used)} faces, {written} crops of {scenes} scenes, {len(used) // 12} pieces of faces")


if __name__ == "__main__":
    main()
