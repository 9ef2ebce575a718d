// Times ONNX Runtime on one graph and shape, one thread, as src's bench does for our engine. Prints one JSON object.
// usage: node ort_bench.mjs MODEL.onnx TOKENS BATCH SECONDS
import ort from 'onnxruntime-node';

const [model, tokens, batch, seconds] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const session = await ort.InferenceSession.create(model, {
  intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all',
  extra: {session: {intra_op: {allow_spinning: '0'}}},
});
const n = tokens * batch;
const ids = BigInt64Array.from({length: n}, (_, i) => BigInt(1000 + (i * 7919) % 20000));
const feeds = {
  input_ids: new ort.Tensor('int64', ids, [batch, tokens]),
  attention_mask: new ort.Tensor('int64', new BigInt64Array(n).fill(1n), [batch, tokens]),
};
for (let i = 0; i < 2; ++i) await session.run(feeds);
const wall = [], cpu = [];
const end = performance.now() + 1000 * seconds;
while (wall.length < 3 || performance.now() < end) {
  const start = performance.now(), used = process.cpuUsage();
  await session.run(feeds);
  const spent = process.cpuUsage(used);
  cpu.push((spent.user + spent.system) / 1000);
  wall.push(performance.now() - start);
}
const sorted = (x) => x.sort((a, b) => a - b);
sorted(wall);
// The clock of process.cpuUsage is coarse for short calls: the mean of the middle half is steady where a median is not.
sorted(cpu);
const middle = cpu.slice(Math.floor(cpu.length / 4), Math.max(Math.ceil(cpu.length * 3 / 4), 1));
const cpuMs = middle.reduce((a, b) => a + b, 0) / middle.length;
console.log(JSON.stringify({
  engine: 'onnxruntime-node', tokens, batch, calls: wall.length, cpu_ms: cpuMs, p50_ms: wall[wall.length >> 1],
  p99_ms: wall[Math.floor(wall.length * 0.99)], best_ms: wall[0], tokens_per_cpu_s: Math.round(n / cpuMs * 1000),
  max_rss_mb: process.resourceUsage().maxRSS / 1024,
}));
