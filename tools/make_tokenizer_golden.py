#!/usr/bin/env python3
"""Writes tests/golden/tokenizer/*: small tokenizers and the ids and offsets Hugging Face gives for awkward texts.

    python3 -m venv venv && venv/bin/pip install tokenizers==0.23.3
    venv/bin/python tools/make_tokenizer_golden.py

The vocabularies are learned from the texts below, which were written for this purpose. The trainer of WordPiece breaks
ties at random: another run gives another vocabulary of the same use, and a change of one text new files throughout.
"""
import json
import pathlib

from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

OUT = pathlib.Path(__file__).resolve().parent.parent / "tests" / "golden" / "tokenizer"

TEXTS = [
    "", " ", "I am so happy today!", "She isn't angry, she's disappointed; they've said it, I'll say it, we'd know.",
    "HELLO World, HeLLo wORLD", "caf\u00e9 na\u00efve co\u00f6perate \u00c5ngstr\u00f6m cr\u00e8me br\u00fbl\u00e9e",
    "cafe\u0301 nai\u0308ve A\u030angstro\u0308m", "\u0130stanbul'da ya\u011fmur ya\u011f\u0131yor",
    "Gr\u00fc\u00dfe aus K\u00f6ln, sch\u00f6ne Stra\u00dfe!", "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440! "
    "\u041a\u0430\u043a \u0434\u0435\u043b\u0430?", "\u0393\u03b5\u03b9\u03ac \u03c3\u03b1\u03c2, \u039a\u03cc\u03c3\u03bc\u03b5\u03c2",
    "\u4eca\u5929\u6211\u5f88\u9ad8\u5174\u3002", "\u4eca\u65e5\u306f\u3068\u3066\u3082\u5b09\u3057\u3044\u3067\u3059\uff01",
    "\uc624\ub298 \uc815\ub9d0 \ud589\ubcf5\ud574\uc694", "\u0627\u0644\u064a\u0648\u0645 \u0623\u0646\u0627 \u0633\u0639\u064a\u062f",
    "\u05d0\u05e0\u05d9 \u05e9\u05de\u05d7 \u05d4\u05d9\u05d5\u05dd", "\u0906\u091c \u092e\u0948\u0902 \u0916\u0941\u0936 \u0939\u0942\u0901",
    "\u0e27\u0e31\u0e19\u0e19\u0e35\u0e49\u0e14\u0e35\u0e43\u0e08", "mixed \u4e2d\u6587and English\u6df7\u5408 text",
    "joy \U0001f602\U0001f602 love \u2764\ufe0f pilot \U0001f469\U0001f3fd\u200d\u2708\ufe0f flag \U0001f1f3\U0001f1f1 key 1\ufe0f\u20e3",
    "nul\u0000inside bell\u0007 zero\u200bwidth soft\u00adhyphen bom\ufeff replacement\ufffd del\u007f",
    "tab\there\r\nnew\n\nlines\u00a0nbsp\u3000wide\u2028line\u0085next",
    "\u202emirror\u202c (\u0639\u0631\u0628\u064a) [\u05e2\u05d1]", "q\u0323\u0307 q\u0307\u0323 \u302ea\u302e b\u302e\u0323 \U0001d15e\U0001d165",
    "a [MASK] b[SEP]c [CLS] [mask] [PAD][UNK] [ MASK ]", "x <mask> y  <mask>z <s>start</s> <pad> < mask >",
    "##ing un##able @@", "a" * 99, "b" * 100, "c" * 101, "\u00e9" * 100 + " " + "\u00e9" * 101, "d" * 3000 + " end",
    "   leading", "trailing   ", "two  spaces   three", "12345 3.14 1,000 \u00bd \u2163 \u0663\u0664",
    "\u2260 \u226e \u212b \ufb01ne \uff21\uff22 \u1fef", "\u201cquoted\u201d \u2018single\u2019 \u2014 dash\u2026 don\u2019t",
    "price: $5 & \u20ac7 + \u00a39 = ~x^2 `code` |pipe|", "e\u0301\u0301\u0301 \u0301alone \u0301\u0301",
    "\U0002f801 \uf900 \U00020000 \u3400", "\U0010ffff \ue000 \u0378 end", "I'M I'm i'M 'tis 'S 's ' s",
    "new\n\n\nline\t\tend \n", "emoji\U0001f600glued", "http://example.org/a?b=c#d me@example.org @someone #some_tag",
]


def words(accents, lower):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lower, strip_accents=accents)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(vocab_size=600, special_tokens=specials, show_progress=False)
    # Some texts stay out of the training, so that there are unknown words.
    tokenizer.train_from_iterator([t for t in TEXTS if "\u0e27" not in t and "\u0906" not in t], trainer)
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer


def pairs(prefix_space, normalized):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=prefix_space)
    tokenizer.decoder = decoders.ByteLevel()
    specials = ["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True, normalized=normalized, special=True)]
    trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=specials, show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(TEXTS, trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=prefix_space)
    return tokenizer


def main():
    uncased, cased = words(None, True), words(False, False)
    uncased.add_tokens([AddedToken("Happy", normalized=True, single_word=True)])
    made = {"wordpiece_uncased": uncased, "wordpiece_cased": cased, "wordpiece_accents": words(False, True),
            "byte_level_bpe": pairs(False, False), "byte_level_bpe_prefix": pairs(True, True)}
    for name, tokenizer in made.items():
        folder = OUT / name
        folder.mkdir(parents=True, exist_ok=True)
        compact = json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))
        (folder / "tokenizer.json").write_text(compact + "\n", encoding="utf-8")
        samples = []
        for text in TEXTS:
            encoding = tokenizer.encode(text, add_special_tokens=False)
            samples.append({"text": text, "ids": encoding.ids})
        lines = ",\n".join(json.dumps(sample, ensure_ascii=True) for sample in samples)
        (folder / "samples.json").write_text("[\n" + lines + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
