#!/usr/bin/env python3
"""Writes sentences with their basic emotion from word lists and patterns of our own (tools/phrases), so that the bundled
text model also learns what its data sets show too little of: people speaking about themselves, negation and its scope,
irony, questions, emotion words that name no feeling, emoji and emoticons, capitals, typing errors, tweets, everyday talk,
lines of verse, and a dozen genres from headlines to letters. Nothing here comes from a data set. The same seed gives the same files.

    tools/make_wider_phrases.py --out recipes/own --seed 1 --rows 14000

Writes feelings.jsonl and feelings_dev.jsonl: {"text", "labels": [basic emotions], "kind"}; several labels share the target
evenly. A tenth of the patterns, chosen by a hash of the pattern, goes to the second file alone, so that it measures what is
learned beyond the patterns seen. Kinds whose patterns are too few for that (feeling, verse) are in the first alone; of turns, negation, irony and
tweets the openings and hashtags are the same on both sides.
"""
import argparse
import json
import pathlib
import random
import re
import zlib

import make_feeling_phrases as feelings
from phrases import genres, phenomena, situations
from phrases.expand import expand

EMOTIONS = ("JOY", "SADNESS", "ANGER", "FEAR", "DISGUST", "SURPRISE", "NEUTRAL")
SITUATIONS = {name.lower(): getattr(situations, name).replace("\n", "|") for name in EMOTIONS}
GENRES = {name.lower(): getattr(genres, name).replace("\n", "|") for name in EMOTIONS}
HELD_OUT_OF = 10


def split_top(text):
    """Alternatives at the top level of a pattern: "a|[b|c] d" -> "a", "[b|c] d"."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if char == "|" and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return [part for part in parts + [text[start:]] if part.strip()]


ADJECTIVES = {emotion: feelings.words(emotion) for emotion in feelings.ADJECTIVES}


class Writer:
    """Draws sentences; `held_out` says which side of the patterns it draws from."""

    def __init__(self, rng, held_out):
        self.rng = rng
        self.held_out = held_out
        self.situations = {emotion: self.side(split_top(text)) for emotion, text in SITUATIONS.items()}
        self.genres = {emotion: self.side(split_top(text)) for emotion, text in GENRES.items()}
        self.events = {emotion: self.side(events) for emotion, events in feelings.EVENTS.items()}
        self.poem = {emotion: self.side(lines) for emotion, lines in situations.POEM.items()}
        self.complaints = self.side(split_top(phenomena.COMPLAINTS.replace("\n", "|")))
        self.look_alike = self.side(split_top(phenomena.LOOK_ALIKE.replace("\n", "|")))
        self.negation, self.questions, self.turns = (
            self.side(list(pairs), key=lambda pair: pair[0])
            for pairs in (phenomena.NEGATION, phenomena.QUESTIONS, phenomena.TURNS))

    def side(self, items, key=str):
        out = [item for item in items if (zlib.crc32(key(item).encode()) % HELD_OUT_OF == 0) == self.held_out]
        return out or list(items)

    def adjective(self, emotion):
        return self.rng.choice(ADJECTIVES[emotion])

    def fill(self, text):
        rng = self.rng
        text = expand(text, rng)

        def slot(match):
            name = match.group(1)
            if name in situations.SLOTS:
                return rng.choice(situations.SLOTS[name])
            noun = rng.choice(phenomena.NOUNS)
            return {"pos": lambda: rng.choice("happy glad excited proud cheerful thrilled pleased satisfied hopeful content".split()),
                    "anger": lambda: rng.choice("angry mad annoyed furious upset cross irritated".split()),
                    "fear": lambda: rng.choice("afraid scared nervous worried frightened anxious".split()),
                    "sad": lambda: rng.choice("sad unhappy depressed lonely disappointed crying".split()),
                    "adj": lambda: rng.choice("angry happy sad scared disgusted surprised joyful furious".split()),
                    "noun": lambda: noun, "Noun": noun.capitalize}[name]()
        return re.sub(r"{(\w+)}", slot, text)

    # Each kind gives (text, labels). ------------------------------------------------------------------------------
    def feeling(self):
        emotion = self.rng.choice(list(ADJECTIVES))
        text = self.rng.choice(feelings.OPENERS).format(a=self.adjective(emotion)) + self.rng.choice(feelings.TAILS)
        return text, [emotion]

    def not_feeling(self):
        if self.rng.random() < 0.75:
            text, labels = self.rng.choice(self.negation)
            return self.fill(text), labels
        emotion = self.rng.choice(list(ADJECTIVES))
        return self.rng.choice(feelings.NEGATIONS).format(a=self.adjective(emotion)), feelings.FEELING_OF_NOT[emotion]

    def turn(self):
        if self.rng.random() < 0.6:
            text, labels = self.rng.choice(self.turns)
            return self.fill(text), labels
        emotion, other = self.rng.sample(list(ADJECTIVES), 2)
        return self.rng.choice(feelings.TURNS).format(a=self.adjective(emotion), b=self.adjective(other)), [emotion]

    def situation(self, emotion=None):
        emotion = emotion or self.rng.choice(list(self.situations))
        return self.fill(self.rng.choice(self.situations[emotion])), [emotion]

    def genre(self):
        emotion = self.rng.choice(list(self.genres))
        return self.fill(self.rng.choice(self.genres[emotion])), [emotion]

    def event(self):
        emotion = self.rng.choice(list(self.events))
        frame = self.rng.choice(["{e}", "{e}.", "so {e}", "today {e}"] if emotion == "neutral" else feelings.EVENT_FRAMES)
        adjective = "" if emotion == "neutral" else self.adjective(emotion)
        return frame.format(e=self.rng.choice(self.events[emotion]), a=adjective), [emotion]

    def tweet(self):
        emotion = self.rng.choice(list(phenomena.HASHTAGS))
        text, _ = self.situation(emotion)
        if self.rng.random() < 0.3:
            text = "@" + self.rng.choice(["tom_k", "user", "annab", "BBC", "thereal_joe", "nina22"]) + " " + text
        tags = " ".join("#" + tag for tag in self.rng.sample(phenomena.HASHTAGS[emotion], self.rng.choice([1, 1, 2])))
        if self.rng.random() < 0.6:
            text += " " + tags
        if self.rng.random() < 0.2:
            text += " " + self.rng.choice(feelings.EMOJI[emotion]) * self.rng.choice([1, 1, 2, 3])
        if self.rng.random() < 0.1:
            text += " http://t.co/" + self.rng.choice("ab3 x9k qq1".split())
        return text, [emotion]

    def irony(self):
        if self.rng.random() < 0.3:
            emotion = self.rng.choice(list(feelings.DELAYS))
            text = self.rng.choice(feelings.IRONY).format(e=self.rng.choice(feelings.DELAYS[emotion] + self.events[emotion]))
            return text + self.rng.choice(phenomena.MARKS), [emotion]
        between = self.rng.choice([", ", ". ", "! ", "... "])
        text = self.rng.choice(phenomena.PRAISE) + between + self.fill(self.rng.choice(self.complaints))
        return text + self.rng.choice(phenomena.MARKS), ["anger"]

    def picture(self):
        """Emoji or an emoticon alone, after something neutral, or after something that agrees."""
        source = self.rng.choice([feelings.EMOJI, feelings.EMOJI, phenomena.EMOTICONS])
        emotion = self.rng.choice(list(source))
        marks = self.rng.choice(source[emotion]) * (self.rng.choice([1, 1, 2, 3]) if source is feelings.EMOJI else 1)
        roll = self.rng.random()
        if roll < 0.15:
            return marks, [emotion]
        base = self.situation("neutral" if roll < 0.55 else emotion)[0]
        if roll > 0.85:
            base = self.rng.choice(["omg", "well", "this", "look", "guys", "ok", "you", "my day so far", "and then", "mood"])
        return base + " " + marks, [emotion]

    def question(self):
        text, labels = self.rng.choice(self.questions)
        return self.fill(text) + self.rng.choice(["?", "?", "?", "", "??", "?!" if labels != ["neutral"] else "?"]), labels

    def look(self):
        return self.fill(self.rng.choice(self.look_alike)), ["neutral"]

    def verse(self):
        emotion = self.rng.choice(list(self.poem))
        return self.rng.choice(self.poem[emotion]), [emotion]

    KINDS = {"feeling": 16, "not_feeling": 12, "turn": 6, "situation": 26, "genre": 26, "event": 6, "tweet": 12, "irony": 6,
             "picture": 6, "question": 6, "look": 4, "verse": 1}

    def draw(self):
        kind = self.rng.choices(list(self.KINDS), list(self.KINDS.values()))[0]
        text, labels = getattr(self, kind)()
        return self.surface(" ".join(text.split()), kind), labels, kind

    # Spelling as people type. -------------------------------------------------------------------------------------
    def surface(self, text, kind):
        rng = self.rng
        if rng.random() < 0.12:
            text = self.slip(text)
            if rng.random() < 0.4:
                text = self.slip(text)
        roll = rng.random()
        if roll < 0.07 and kind != "look":
            return text.upper() + rng.choice(["", "!", "!!!"])
        if roll < 0.40 or kind == "verse":
            return text
        text = re.sub(r"\bi\b(?!\.)", "I", text)
        text = text[0].upper() + text[1:]
        if text[-1].isalpha() and kind not in ("tweet", "picture"):
            text += rng.choice(["", ".", ".", "!" if kind in ("feeling", "situation", "event") else ".", "..."])
        return text

    def slip(self, text):
        places = [m.start() + 1 + self.rng.randrange(max(1, len(m.group()) - 2)) for m in re.finditer(r"[a-z]{5,}", text)]
        if not places:
            return text
        at = self.rng.choice(places)
        kind = self.rng.randrange(4)
        if kind == 0:
            return text[:at] + text[at + 1] + text[at] + text[at + 2:]
        if kind == 1:
            return text[:at] + text[at + 1:]
        if kind == 2:
            return text[:at] + text[at] + text[at:]
        near = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "s": "d", "r": "t", "t": "y", "l": "k", "d": "f"}
        return text[:at] + near.get(text[at], text[at]) + text[at + 1:]


NOT_HELD_OUT = ("feeling", "verse")


def write(path, writer, count, known=()):
    """Returns the texts. None of `known` is written."""
    rows = {}
    draws = 0
    while len(rows) < count and draws < 60 * count:
        draws += 1
        text, labels, kind = writer.draw()
        if text not in known and not (writer.held_out and kind in NOT_HELD_OUT):
            rows.setdefault(text, (labels, kind))
    with open(path, "w", encoding="utf-8") as out:
        for text, (labels, kind) in rows.items():
            out.write(json.dumps({"text": text, "labels": labels, "kind": kind}, ensure_ascii=False) + "\n")
    return set(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=14000)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    known = write(args.out / "feelings.jsonl", Writer(random.Random(args.seed), False), args.rows)
    write(args.out / "feelings_dev.jsonl", Writer(random.Random(args.seed + 1), True), args.rows // 12, known)


if __name__ == "__main__":
    main()
