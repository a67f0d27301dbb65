import type { RunResult, SeedResults } from '../../src/recipes/runResult.js';

/** A result with this total time in seconds and this UAR; everything else is fixed. */
export function runResult(what: string, total: number, uar = 0.5): RunResult {
  const seconds = { extract: total / 4, train: total / 2, evaluate: total / 4, total };
  const scores = { accuracy: 0.6, uar, macroF1: 0.5 };
  return {
    what,
    protocol: 'Speaker-dependent: 20% of the clips are tested.',
    ...scores,
    epochs: 2,
    seconds,
    wallSeconds: total + 2,
    peakMb: 300,
    load: 1,
  };
}

export function seedResults(seed: number, ours: RunResult, reference: RunResult): SeedResults {
  return { seed, ours, reference };
}

/** Both systems with three seeds. */
export const threeSeeds = [
  seedResults(1, runResult('onnx-node', 10, 0.5), runResult('Keras 3', 30, 0.4)),
  seedResults(2, runResult('onnx-node', 90, 0.6), runResult('Keras 3', 40, 0.5)),
  seedResults(3, runResult('onnx-node', 20, 0.7), runResult('Keras 3', 50, 0.45)),
];
