import assert from 'node:assert/strict';

export const needs = ['@ser/dsp'];

/** MFCC of one second of a chirp, by the function and by a description. */
export async function work([{ mfcc, createFeaturePlan }]) {
  const samples = Float32Array.from({ length: 22050 }, (_, n) => 0.3 * Math.sin((n * n) / 20000));
  const clip = { samples, sampleRate: 22050 };
  const direct = mfcc(clip, { nMfcc: 13 });
  const extractor = createFeaturePlan({ sampleRate: 22050, features: [{ name: 'mfcc', nMfcc: 13 }] });
  assert.deepEqual(extractor.extract(clip).data, direct.data);
  return { shape: [direct.nFrames, direct.nFeatures], first: direct.data[0].toFixed(2) };
}
