import assert from 'node:assert/strict';

export const needs = ['@ser/datasets', '@ser/datasets/node', '@ser/synthetic/node'];

/** Writes a small synthetic corpus, scans it, and splits it by speaker. */
export async function work([{ makeSplit, checkSplit }, { scanCorpus }, { writeSyntheticCorpus }]) {
  await writeSyntheticCorpus('voices', { speakers: 4, seed: 1 });
  const { utterances, card } = await scanCorpus('ravdess', 'voices');
  const split = makeSplit(utterances, { kind: 'speaker-folds', folds: 2 }, { seed: 1 });
  checkSplit(split, utterances);
  assert.equal(card.synthetic, true);
  assert.equal(split.speakerIndependent, true);
  return { clips: utterances.length, tested: split.folds.map(({ test }) => test.length) };
}
