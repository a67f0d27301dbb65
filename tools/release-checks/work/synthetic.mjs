import assert from 'node:assert/strict';

export const needs = ['@ser/synthetic', '@ser/synthetic/node'];

/** Speaks a sentence, and writes a corpus of two voices. */
export async function work([{ makeVoice, sentences, synthesizeUtterance }, { writeSyntheticCorpus }]) {
  const voice = makeVoice(1, 2);
  const clip = synthesizeUtterance({ voice, sentence: sentences[0], emotion: 'angry', seed: 1 });
  assert.ok(clip.samples.length > clip.sampleRate);
  await writeSyntheticCorpus('corpus', { speakers: 2, seed: 1 });
  return { seconds: clip.samples.length / clip.sampleRate };
}
