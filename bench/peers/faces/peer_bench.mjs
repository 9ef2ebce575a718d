// Times one peer on pictures: raw RGB in, faces with expressions out, wasm with SIMD, one thread.
//   node peer_bench.mjs human|face-api SECONDS PICTURE.jpg...
// Prints one line of JSON: CPU milliseconds per picture, p50, p99, faces per picture. JPEG decoding is not in the figures.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import jpeg from 'jpeg-js';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const [peer, seconds, ...files] = process.argv.slice(2);
const pictures = files.map((file) => {
  const { width, height, data } = jpeg.decode(fs.readFileSync(file), { useTArray: true, formatAsRGBA: false });
  return { width, height, floats: Float32Array.from(data), ints: Int32Array.from(data) };
});

// human reads its models over HTTP: a server on loopback, for this process alone.
function serve(folder) {
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => {
      const file = path.join(folder, path.normalize(decodeURIComponent(request.url)));
      if (!file.startsWith(folder) || !fs.existsSync(file)) { response.writeHead(404).end(); return; }
      response.end(fs.readFileSync(file));
    });
    server.listen(0, '127.0.0.1', () => { server.unref(); resolve(`http://127.0.0.1:${server.address().port}/`); });
  });
}

async function human() {
  const root = path.join(here, 'node_modules/@vladmandic/human');
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(path.join(here, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  wasm.setThreadsCount(1);
  globalThis.tf = tf;
  const Human = require(path.join(root, 'dist/human.node-wasm.js')).default;
  const base = await serve(path.join(root, 'models'));
  const app = new Human({
    backend: 'wasm', wasmPath: path.join(here, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'), wasmPlatformFetch: false,
    modelBasePath: base, debug: false, skipAllowed: false, cacheSensitivity: 0, filter: { enabled: false },
    gesture: { enabled: false }, hand: { enabled: false }, body: { enabled: false }, object: { enabled: false },
    face: { enabled: true, detector: { rotation: false, maxDetected: 10, skipFrames: 0 }, mesh: { enabled: false },
            iris: { enabled: false }, description: { enabled: false }, attention: { enabled: false },
            emotion: { enabled: true, minConfidence: 0.01, skipFrames: 0 } },
  });
  await app.load();
  return async (picture) => {
    const tensor = app.tf.tensor(picture.floats, [1, picture.height, picture.width, 3], 'float32');
    const result = await app.detect(tensor);
    app.tf.dispose(tensor);
    return result.face.length;
  };
}

async function faceApi() {
  const root = path.join(here, 'node_modules/@vladmandic/face-api');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(path.join(here, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  wasm.setThreadsCount(1);
  const api = require(path.join(root, 'dist/face-api.node-wasm.js'));
  await api.tf.setBackend('wasm');
  await api.tf.ready();
  const models = path.join(root, 'model');
  await api.nets.tinyFaceDetector.loadFromDisk(models);
  await api.nets.faceExpressionNet.loadFromDisk(models);
  const options = new api.TinyFaceDetectorOptions({ inputSize: 416, scoreThreshold: 0.4 });
  return async (picture) => {
    const tensor = api.tf.tensor3d(picture.ints, [picture.height, picture.width, 3], 'int32');
    const faces = await api.detectAllFaces(tensor, options).withFaceExpressions();
    api.tf.dispose(tensor);
    return faces.length;
  };
}

const run = await (peer === 'human' ? human() : faceApi());
for (const picture of pictures) await run(picture);
const times = [];
let faces = 0;
const cpu = process.cpuUsage();
const start = performance.now();
for (let i = 0; performance.now() - start < seconds * 1000 || i % pictures.length !== 0; ++i) {
  const begin = performance.now();
  faces += await run(pictures[i % pictures.length]);
  times.push(performance.now() - begin);
}
const used = process.cpuUsage(cpu);
times.sort((a, b) => a - b);
const at = (q) => times[Math.min(times.length - 1, Math.floor(q * times.length))];
console.log(JSON.stringify({
  peer, pictures: times.length, faces_per_picture: faces / times.length,
  cpu_ms_per_picture: (used.user + used.system) / 1000 / times.length, p50_ms: at(0.5), p99_ms: at(0.99),
}));
process.exit(0);
