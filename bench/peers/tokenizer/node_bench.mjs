// Hugging Face tokenizers from node: encodeBatch of 1024 texts, ids read out. node node_bench.mjs TOKENIZER.json TEXTS SECONDS
import { readFileSync } from 'node:fs';
import { Tokenizer } from 'tokenizers';

const [file, textsFile, seconds] = process.argv.slice(2);
const tokenizer = Tokenizer.fromFile(file);
tokenizer.disablePadding();
tokenizer.disableTruncation();
const texts = readFileSync(textsFile, 'utf8').split('\n');
if (texts.at(-1) === '') texts.pop();
const batches = [];
for (let i = 0; i < texts.length; i += 1024) batches.push(texts.slice(i, i + 1024));
let tokens = 0;
let done = 0;
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };
const start = cpu();
do {
  tokens = 0;
  for (const batch of batches) {
    for (const encoding of await tokenizer.encodeBatch(batch, { addSpecialTokens: false })) {
      tokens += encoding.getIds().length;
    }
  }
  done += texts.length;
} while (cpu() - start < Number(seconds));
console.log(JSON.stringify({ encode_texts_per_s: done / (cpu() - start), tokens }));
