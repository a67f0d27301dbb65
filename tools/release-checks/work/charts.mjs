import assert from 'node:assert/strict';

export const needs = ['@ser/charts'];

/** Draws a confusion matrix, and describes it in words and in Vega-Lite. */
export async function work([{ confusionMatrixChart }]) {
  const matrix = [
    [8, 2],
    [1, 9],
  ];
  const chart = confusionMatrixChart({ matrix, labels: ['calm', 'angry'] });
  assert.match(chart.svg(), /^<svg/);
  assert.match(chart.vega().$schema, /vega-lite/);
  return { description: chart.description, rows: chart.rows.length };
}
