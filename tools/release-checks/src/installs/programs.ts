/** Predicts with the general model, as every page and server does. */
const predict = `
import { Recognizer } from '@ser/recognizer';
import base64 from './clip.js';

export const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export async function predict() {
  const recognizer = await Recognizer.general();
  const { label, probabilities } = await recognizer.predict(bytes);
  return { label, probabilities };
}
`;

/** Predicts, and describes the clip by the encoder in WebAssembly. */
const answer = `
import { decodeAnyAudio } from '@ser/audio-io';
import { createEncoder } from '@ser/encoder';
import { bytes, predict } from './predict.js';

export async function answer() {
  const prediction = await predict();
  const { channels, sampleRate } = await decodeAnyAudio(bytes);
  const encoder = await createEncoder({ engine: 'onnx-web' });
  const { data } = await encoder.embed({ samples: channels[0], sampleRate });
  await encoder.close();
  return { ...prediction, embedding: [...data] };
}
`;

/** The answer, or an error with its causes, as JSON. */
const report = `
function textOf(error) {
  return error ? error + ' ' + textOf(error.cause) : '';
}

export async function report(work) {
  return JSON.stringify(await work().catch((error) => ({ error: textOf(error) })));
}
`;

const show = `(text) => (document.querySelector('pre').textContent = text)`;
const page = (name: 'predict' | 'answer') => `
import { ${name} } from './${name}.js';
import { report } from './report.js';
report(${name}).then(${show});
`;

const html = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Answer</title><link rel="icon" href="data:,"></head>
  <body><pre></pre>${script}</body>
</html>
`;

const workerPage = `
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => (${show})(data);
worker.onerror = ({ message }) => (${show})(JSON.stringify({ error: message }));
`;

const worker = `
import { answer } from './answer.js';
import { report } from './report.js';
report(answer).then((text) => postMessage(text));
`;

const serviceWorker = `
import { answer } from './answer.js';
import { report } from './report.js';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', ({ source }) => report(answer).then((text) => source.postMessage(text)));
`;

const serviceWorkerPage = `
navigator.serviceWorker.onmessage = ({ data }) => (${show})(data);
navigator.serviceWorker.register('./serviceWorker.js').then(() => navigator.serviceWorker.ready)
  .then(({ active }) => active.postMessage('answer'))
  .catch((error) => (${show})(JSON.stringify({ error: String(error) })));
`;

const node = `
import { answer } from './answer.js';
import { report } from './report.js';
console.log(await report(answer));
`;

/** The files of a user: a clip, and programs that answer for it in pages, workers, and Node. */
export function programs(clip: Uint8Array): Readonly<Record<string, string>> {
  return {
    'clip.js': `export default '${Buffer.from(clip).toString('base64')}';\n`,
    'predict.js': predict,
    'answer.js': answer,
    'report.js': report,
    'node.mjs': node,
    'page.js': page('answer'),
    'predictionPage.js': page('predict'),
    'workerPage.js': workerPage,
    'worker.js': worker,
    'serviceWorker.js': serviceWorker,
    'index.html': html('<script type="module" src="./page.js"></script>'),
    'workerPage.html': html('<script type="module" src="./workerPage.js"></script>'),
    'predictionPage.html': html('<script type="module" src="./predictionPage.js"></script>'),
    'dist/index.html': html('<script defer src="main.js"></script>'),
    'dist/module.html': html('<script type="module" src="main.js"></script>'),
    'dist/serviceWorker.html': html(`<script>${serviceWorkerPage}</script>`),
  };
}

export { html };
