// Times the transformers.js text-classification pipeline end to end (tokenise to scores), one thread, on the lines of a
// file in order. Prints one JSON object. Compare with the same lines through `emo`.
// usage: node transformers_bench.mjs TOKENIZER.json MODEL.onnx TEXTS BATCH SECONDS      (model: make_onnx.py minilm int8)
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {env, pipeline} from '@huggingface/transformers';

const [tokenizer, model, texts] = process.argv.slice(2, 5);
const [batch, seconds] = process.argv.slice(5).map(Number);
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'peer-'));
const folder = path.join(root, 'minilm');
fs.mkdirSync(path.join(folder, 'onnx'), {recursive: true});
const labels = Object.fromEntries(Array.from({length: 28}, (_, i) => [i, `label${i}`]));
fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify({
  architectures: ['BertForSequenceClassification'], model_type: 'bert', hidden_size: 384, num_hidden_layers: 6,
  num_attention_heads: 12, intermediate_size: 1536, vocab_size: 30522, max_position_embeddings: 512, id2label: labels,
}));
fs.copyFileSync(tokenizer, path.join(folder, 'tokenizer.json'));
fs.writeFileSync(path.join(folder, 'tokenizer_config.json'), JSON.stringify({
  // Without a pad token a batch of unequal lengths is padded with undefined, and the pipeline throws.
  tokenizer_class: 'BertTokenizer', model_max_length: 512, pad_token: '[PAD]', unk_token: '[UNK]', cls_token: '[CLS]', sep_token: '[SEP]',
}));
fs.copyFileSync(model, path.join(folder, 'onnx', 'model_quantized.onnx'));
env.allowRemoteModels = false;
env.localModelPath = root;
const classify = await pipeline('text-classification', 'minilm', {
  dtype: 'q8', device: 'cpu', session_options: {intraOpNumThreads: 1, interOpNumThreads: 1},
});
fs.rmSync(root, {recursive: true});
const lines = fs.readFileSync(texts, 'utf8').split('\n').filter((line) => line.trim() !== '');
let next = 0;
const call = async () => {
  const part = [];
  for (let i = 0; i < batch; ++i) part.push(lines[next++ % lines.length]);
  await classify(part, {top_k: null});
};
for (let i = 0; i < 20; ++i) await call();
const start = performance.now(), used = process.cpuUsage();
let calls = 0;
while (performance.now() - start < 1000 * seconds) {
  await call();
  ++calls;
}
const spent = process.cpuUsage(used);
console.log(JSON.stringify({
  engine: 'transformers.js', batch, calls, texts_per_cpu_s: calls * batch / ((spent.user + spent.system) / 1e6),
  ms_per_call: (performance.now() - start) / calls, max_rss_mb: process.resourceUsage().maxRSS / 1024,
}));
