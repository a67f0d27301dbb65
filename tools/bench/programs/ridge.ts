/**
 * The ridge classifier on as many examples as RAVDESS has with two copies of each clip: 4320 x 3779, 8 classes, C
 * selected from five values by three inner folds over 24 speakers, then a fit to all examples, in one thread.
 */
import { performance } from 'node:perf_hooks';
import { createClassifier, openEngine } from '@ser/models';
import type { Timing } from '../src/timing/compareTimes.js';

const [nClips, nFeatures, nClasses, nSpeakers, nCopies, nFactors] = [1440, 3779, 8, 24, 3, 40];

/** Clips of a class and a speaker as sums of common factors, plus noise; the same formula as in `reference/bench/ridge.py`. */
function examples() {
  const n = nClips * nCopies;
  const clip = (row: number) => row % nClips;
  const label = (row: number) => clip(row) % nClasses;
  const speaker = (row: number) => Math.floor(clip(row) / nClasses) % nSpeakers;
  const loads = Float64Array.from({ length: nFactors * nFeatures }, (_, k) => Math.sin(0.91 * k * k));
  const data = new Float32Array(n * nFeatures);
  for (let row = 0; row < n; row++) {
    const values = new Float64Array(nFeatures);
    for (let factor = 0; factor < nFactors; factor++) {
      const [a, b, c] = [label(row), speaker(row), clip(row)].map((of) => of * nFactors + factor);
      const strength =
        0.35 * Math.sin(1.3 * a! * a!) + 0.6 * Math.sin(1.7 * b! * b!) + Math.sin(0.53 * c! * c!);
      for (let i = 0; i < nFeatures; i++)
        values[i]! += (strength / (1 + factor / 4)) * loads[factor * nFeatures + i]!;
    }
    for (let i = 0; i < nFeatures; i++) {
      const k = row * nFeatures + i;
      data[k] = Math.max(-3, Math.min(3, 0.5 * values[i]! + 0.7 * Math.sin(0.37 * k * k)));
    }
  }
  const rows = Array.from({ length: n }, (_, row) => row);
  return {
    x: { data, shape: [n, 1, nFeatures] },
    y: Int32Array.from(rows, label),
    groups: rows.map((row) => `speaker ${String(speaker(row)).padStart(2, '0')}`),
    copies: Uint8Array.from(rows, (row) => (row < nClips ? 0 : 1)),
  };
}

const { x, y, groups, copies } = examples();
const engine = await openEngine('auto', { threads: 1 });
const ridge = createClassifier({ kind: 'ridge' }, { engine, inputShape: [1, nFeatures], nClasses, seed: 1 });
const began = performance.now();
await ridge.fit(x, y, { seed: 1, groups, copies });
const seconds = (performance.now() - began) / 1000;
const { C, innerUar } = ridge.choice!;
const what = `${engine.description}; selected C ${C}, inner UAR ${innerUar.toFixed(4)}`;
console.log(JSON.stringify({ seconds, what } satisfies Timing));
process.exit(); // workers of WebAssembly threads would keep the process alive
