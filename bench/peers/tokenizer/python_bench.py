"""Hugging Face tokenizers from Python: encode_batch of 1024 texts, ids read out. python_bench.py TOKENIZER.json TEXTS SECONDS"""
import json
import sys
import time

from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(sys.argv[1])
tokenizer.no_padding()
tokenizer.no_truncation()
texts = open(sys.argv[2], encoding="utf-8", newline="\n").read().split("\n")
if not texts[-1]:
    texts.pop()
done, start = 0, time.process_time()
while True:
    tokens = 0
    for i in range(0, len(texts), 1024):
        for encoding in tokenizer.encode_batch(texts[i:i + 1024], add_special_tokens=False):
            tokens += len(encoding.ids)
    done += len(texts)
    spent = time.process_time() - start
    if spent > float(sys.argv[3]):
        break
print(json.dumps({"encode_texts_per_s": done / spent, "tokens": tokens}))
