import assert from 'node:assert/strict';

export const needs = ['@ser/classifiers'];

/** Fits a ridge classifier to two groups of points, saves it, and loads it again. */
export async function work([{ createClassifier, loadClassifier }]) {
  const y = Int32Array.from({ length: 24 }, (_, i) => i % 2);
  const data = Float32Array.from({ length: 48 }, (_, i) => (y[i >> 1] ? 1 : -1) + Math.sin(i) / 2);
  const x = { data, shape: [24, 1, 2] };
  const ridge = createClassifier({ kind: 'ridge' }, { inputShape: [1, 2], nClasses: 2 });
  await ridge.fit(x, y, { seed: 1 });
  const again = loadClassifier(await ridge.save());
  const probabilities = await again.predictProbabilities(x);
  probabilities.forEach((value, i) => assert.equal(value > 0.5, (i & 1) === y[i >> 1]));
  return { first: probabilities[0].toFixed(5) };
}
