#!/usr/bin/env python3
"""Writes texts without labels for `emo train text`, one a line: what they mean is for teachers to say.

From sources that are free to use:
  wordnet_examples.txt  the example sentences of WordNet 3.0 (Princeton's licence; the Debian package wordnet-base)
  feeling_words.txt     WordNet's words for feelings in frames of our own (tools/phrases/frames.py)
  poem_lines.txt        stretches of one to four lines of poems in the public domain, from a jsonl with a "text" per poem
  changed_rows.txt      rows of labelled sets with one to three words replaced by relatives of theirs in WordNet: a synonym,
                        an opposite, another word of the same kind
  joined_rows.txt       two or three rows of one labelled set in sequence, as a text of several sentences
The last two carry the licence of their rows. Sentences under four words are left out, and so are copies.

  tools/make_plain_texts.py --wordnet /usr/share/wordnet --poems poems.jsonl --rows goemotions/train.jsonl \\
      --rows xed_en/train.jsonl --seed 1 --out DIR
"""

import argparse
import json
import pathlib
import random
import re
import sys

import wordnet
from phrases import frames
from phrases.expand import expand

LEAST_WORDS = 4
FRAMES_PER_WORD = 8
FRAMES = {"a": frames.ADJECTIVE, "n": frames.NOUN, "v": frames.VERB, "r": frames.ADVERB}
# Words that WordNet lists, but that mostly work as grammar: to replace them breaks the sentence.
GRAMMAR = set("""about above after again against almost alone along already also although always among another around away
back because been before behind being below between both could does doing done down during each either else enough even ever
every from going gone have having here into itself just kind last least less like little made make many maybe might more most
much must need neither never next none nothing once only other over perhaps quite rather really same shall should since some
someone something soon still such sure than that their them then there these they thing things think this those though through
together under until upon very want well were what when where whether which while will with without would yeah your know said
says dont cant yours mine ours thats gonna""".split())


def wordnet_examples(synsets):
    """The quoted examples behind the definitions, in file order."""
    return [text.strip() for synset in synsets.values() for text in re.findall(r'"([^"]+)"', synset.gloss)]


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


def framed(frame, word, generator):
    """The frame with one choice of each [a|b], a person and the word."""
    frame = expand(frame, generator)
    who, form = generator.choice(frames.PERSONS)
    return " ".join(frame.format(w=word, who=who, **{"is": form}).split())


def feeling_words(synsets, generator):
    """Every word for a feeling in some frames of its part of speech; half of the sentences begin with a capital."""
    sentences = []
    for part, words in wordnet.feeling_words(synsets).items():
        choices = FRAMES[part].splitlines()
        for word in words:
            for frame in generator.sample(choices, min(FRAMES_PER_WORD, len(choices))):
                sentence = framed(frame, word, generator)
                sentences.append(sentence if generator.random() < 0.5 else sentence[0].upper() + sentence[1:])
    return sentences


def relatives(word, senses, synsets):
    """Single words that could stand in a word's place: synonyms and words of the same kind of its two main senses, and
    opposites, these three times, since they change what is felt."""
    found = []
    for key in senses[word][1][:2]:
        synset = synsets[key]
        found += synset.words
        for symbol, target, here, there in synset.pointers:
            if symbol == "!" and synset.words[here - 1] == word:
                found += [synsets[target].words[there - 1]] * 3
            elif symbol == "&":
                found += synsets[target].words
            elif symbol in ("@", "$") and synset.part in "nv":
                found += [other for kind, sibling, _, _ in synsets[target].pointers if kind == "~"
                          for other in synsets[sibling].words[:1]][:40]
    return [other for other in found if other.isalpha() and other == other.lower() and other != word]


def changed(text, senses, synsets, generator):
    """The text with one to three of its words replaced, or nothing if none can be."""
    places = [match for match in re.finditer(r"\b[a-z]{4,}\b", text)
              if match[0] in senses and match[0] not in GRAMMAR]
    generator.shuffle(places)
    swaps = []
    for match in places[:generator.choice((1, 1, 2, 2, 3))]:
        others = relatives(match[0], senses, synsets)
        if others:
            swaps.append((match, generator.choice(others)))
    for match, other in sorted(swaps, key=lambda swap: -swap[0].start()):
        text = text[:match.start()] + other + text[match.end():]
    return text if swaps else ""


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return [" ".join(json.loads(line)["text"].split()) for line in lines]


def write(path, texts):
    kept = [text for text in dict.fromkeys(texts) if len(text.split()) >= LEAST_WORDS]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{path}: {len(kept)} texts")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wordnet", type=pathlib.Path, required=True, help="folder with data.noun and its neighbours")
    parser.add_argument("--poems", type=pathlib.Path, required=True, help='jsonl, one poem with a "text" a line')
    parser.add_argument("--rows", type=pathlib.Path, action="append", default=[], help='jsonl, a "text" a line; repeatable')
    parser.add_argument("--poem-texts", type=int, default=15000, help="stretches to draw before copies are left out")
    parser.add_argument("--changed-rows", type=int, default=45000, help="rows with words replaced")
    parser.add_argument("--joined-rows", type=int, default=15000, help="texts of several rows")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    generator = random.Random(args.seed)
    try:
        synsets = wordnet.read_synsets(args.wordnet)
        senses = wordnet.senses_by_word(args.wordnet)
        stretches = poem_stretches(args.poems, args.poem_texts, generator)
        sets = [rows_of(path) for path in args.rows]
    except (OSError, KeyError, json.JSONDecodeError) as problem:
        sys.exit(f"make_plain_texts: {problem}")
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out / "wordnet_examples.txt", wordnet_examples(synsets))
    write(args.out / "feeling_words.txt", feeling_words(synsets, generator))
    write(args.out / "poem_lines.txt", stretches)
    if not sets:
        return
    rows = [text for texts in sets for text in texts]
    write(args.out / "changed_rows.txt",
          (changed(generator.choice(rows), senses, synsets, generator) for _ in range(args.changed_rows)))
    write(args.out / "joined_rows.txt",
          (" ".join(generator.sample(generator.choice(sets), generator.choice((2, 2, 3)))) for _ in range(args.joined_rows)))


if __name__ == "__main__":
    main()
