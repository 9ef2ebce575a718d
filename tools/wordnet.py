"""Reads WordNet 3.0 (Princeton; the Debian package wordnet-base installs /usr/share/wordnet): synsets, their pointers and
the senses of a word."""

import collections
import dataclasses
import re

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
FEELING_NOUNS, EMOTION_VERBS = 12, 37  # lexicographer files (lexnames(5WN)): noun.feeling and verb.emotion


@dataclasses.dataclass(frozen=True)
class Synset:
    part: str        # n, v, a or r
    file: int        # lexicographer file
    words: tuple     # lower case as printed, blanks for underscores
    pointers: tuple  # (symbol, (part, offset), number of the word it leaves from, of the one it reaches; 0: all)
    gloss: str


def read_synsets(folder):
    """{(part, offset): Synset} of all four parts of speech, in file order. OSError if a file is missing."""
    synsets = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue  # the licence
            head, _, gloss = line.partition("|")
            fields = head.split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", word).replace("_", " ") for word in fields[4:4 + 2 * count:2])
            at = 4 + 2 * count
            pointers = tuple((symbol, (target_part, int(offset)), int(ends[:2], 16), int(ends[2:], 16))
                             for symbol, offset, target_part, ends in
                             zip(*(iter(fields[at + 1:at + 1 + 4 * int(fields[at])]),) * 4))
            synsets[part, int(fields[0])] = Synset(part, int(fields[1]), words, pointers, gloss.strip())
    return synsets


def senses_by_word(folder):
    """word -> (part, [(part, offset), ...] most frequent sense first) for single words in lower case, of the part of speech in
    which the word was counted most often (SemCor's counts, cntlist.rev), of the last one if it was never counted."""
    counts = collections.Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, "nvara"[int(rest[0]) - 1]] += int(count)
    senses = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            fields = line.split()
            word = fields[0]
            if line.startswith("  ") or not word.isalpha():
                continue  # the licence; words with blanks, digits or signs
            best = counts[word, senses[word][0]] if word in senses else 0
            if best == 0 or counts[word, part] > best:
                offsets = fields[-int(fields[2]):]
                senses[word] = (part, [(part, int(offset)) for offset in offsets])
    return senses


def feeling_words(synsets):
    """part -> sorted words for feelings: nouns and verbs of the two files about them, what is derived from those, adjectives
    similar to such, and adverbs made of these."""
    kept = {key for key, synset in synsets.items()
            if (synset.part, synset.file) in (("n", FEELING_NOUNS), ("v", EMOTION_VERBS))}
    derived = {target for key in kept for symbol, target, _, _ in synsets[key].pointers if symbol == "+"}
    kept |= {key for key in derived if key[0] in "ar"}
    kept |= {target for key in list(kept) if key[0] == "a"
             for symbol, target, _, _ in synsets[key].pointers if symbol == "&"}
    kept |= {key for key, synset in synsets.items() if synset.part == "r"
             and any(symbol == "\\" and target in kept for symbol, target, _, _ in synset.pointers)}
    return {part: sorted({word for key in kept if key[0] == part for word in synsets[key].words if word == word.lower()})
            for part in "arnv"}  # a set has another order in every run
