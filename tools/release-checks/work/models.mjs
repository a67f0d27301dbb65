import assert from 'node:assert/strict';

export const needs = ['@ser/models'];

/** Trains a small network to tell two ramps apart, saves it and loads it again. */
export async function work([{ createClassifier, loadClassifier, openEngine }]) {
  const engine = await openEngine('tfjs-wasm');
  const y = Int32Array.from({ length: 32 }, (_, i) => i % 2);
  const x = {
    data: Float32Array.from({ length: 32 * 8 }, (_, i) => (y[i >> 3] ? 1 : -1) * (i % 8)),
    shape: [32, 8, 1],
  };
  const network = { kind: 'cnn1d', convolutions: [{ filters: 4, kernelSize: 3 }] };
  const classifier = createClassifier(network, { engine, inputShape: [8, 1], nClasses: 2, seed: 1 });
  const history = await classifier.fit(x, y, { seed: 1, epochs: 20, batchSize: 8 });
  const again = await loadClassifier(await classifier.save(), engine);
  const probabilities = await again.predictProbabilities(x);
  assert.deepEqual(probabilities, await classifier.predictProbabilities(x));
  return { accuracy: history.at(-1).accuracy, first: probabilities[0].toFixed(6) };
}
