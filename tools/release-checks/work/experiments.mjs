import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

export const needs = ['@ser/experiments', '@ser/models', '@ser/synthetic/node'];

/** Runs a recipe on a small synthetic corpus, from audio files to the run folder. */
export async function work([{ findRecipe, run }, { openEngine }, { writeSyntheticCorpus }]) {
  await writeSyntheticCorpus('voices', { speakers: 4, seed: 1 });
  const { metrics } = await run(findRecipe('synthetic-voices'), {
    data: [{ corpus: 'ravdess', folder: 'voices' }],
    out: 'run',
    engine: await openEngine('tfjs-wasm'),
    epochs: 2,
  });
  const predictions = await readFile('run/predictions.csv', 'utf8');
  assert.equal(metrics.speakerIndependent, true);
  assert.equal(metrics.synthetic, true);
  return { uar: metrics.pooled.uar, rows: predictions.trim().split('\n').length };
}
