import assert from 'node:assert/strict';

export const needs = ['@ser/metrics', '@ser/charts'];

/** Scores six answers and draws their confusion matrix. */
export async function work([{ accuracy, uar, confusionMatrix }, { confusionMatrixChart }]) {
  const outcome = { actual: [0, 0, 0, 0, 1, 1], predicted: [0, 0, 0, 0, 0, 1], nClasses: 2 };
  assert.equal(uar(outcome), 0.75);
  const chart = confusionMatrixChart({ matrix: confusionMatrix(outcome), labels: ['calm', 'angry'] });
  assert.match(chart.svg(), /^<svg/);
  return { accuracy: accuracy(outcome).toFixed(4), uar: uar(outcome) };
}
