import { describe, expect, it } from 'vitest';
import { createFeaturePlan, type FeatureSpec } from '../../src/index.js';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

/** Features of a clip by WebAssembly and by TypeScript, and the number of frames. */
function onBothPaths(features: readonly FeatureSpec[], nSamples = 5000) {
  const clip = syntheticClip(16000, nSamples);
  const extract = () => createFeaturePlan({ sampleRate: 16000, features }).extract(clip);
  return [extract(), withoutKernels(extract)] as const;
}

const specs: readonly FeatureSpec[] = [
  { name: 'mfcc' },
  { name: 'mfcc', nMfcc: 13, nMels: 41, lifter: 22 },
  { name: 'mfcc', nMfcc: 40, nMels: 40, power: 1, ref: 'max', topDb: null },
  { name: 'logMel', nMels: 33, nFft: 1024, winLength: 401, hopLength: 160 },
  { name: 'melSpectrogram', nFft: 512, hopLength: 100, center: false, window: 'hamming' },
  { name: 'melSpectrogram', nFft: 256, padMode: 'reflect', htk: true, melNorm: 'none' },
  { name: 'melSpectrogram', nFft: 8, hopLength: 3, nMels: 2, padMode: 'edge' },
  { name: 'melSpectrogram', nFft: 16384, hopLength: 4000 },
  { name: 'chroma' },
  { name: 'tonnetz', nFft: 4096 },
  { name: 'spectralContrast' },
  { name: 'spectralCentroid', nFft: 64, hopLength: 64 },
  { name: 'spectralBandwidth', winLength: 1001 },
  { name: 'spectralRolloff' },
  { name: 'spectralFlatness' },
  { name: 'spectralFlux' },
  { name: 'f0' },
  { name: 'f0', frameLength: 601, hopLength: 77, fMin: 80, fMax: 900, center: false },
  { name: 'rms' },
  { name: 'functionals' },
  { name: 'functionals', frontEnd: 'invariant' },
  { name: 'lowLevelDescriptors' },
];

describe('kernels', () => {
  it.each(specs)('compute the bits that TypeScript computes: %j', (spec) => {
    const [fast, plain] = onBothPaths([spec]);
    expect(fast.data).toEqual(plain.data);
    expect(fast.data.every(Number.isFinite)).toBe(true);
  });

  it('serve several features of one spectrum', () => {
    const [fast, plain] = onBothPaths([
      { name: 'mfcc', nMfcc: 40 },
      { name: 'spectralContrast' },
      { name: 'mfcc', nMfcc: 13, nMels: 64, prefix: 'second/' },
      { name: 'chroma' },
      { name: 'logMel', hopLength: 512 },
    ]);
    expect(fast.data).toEqual(plain.data);
  });

  it.each([1, 100, 511, 512, 513, 1025, 20_000])('read a clip of %i samples to its end', (nSamples) => {
    const [fast, plain] = onBothPaths([{ name: 'melSpectrogram', nMels: 20 }], nSamples);
    expect(fast.data).toEqual(plain.data);
  });

  it('keep what a plan needs apart from other plans that run in between', () => {
    const clip = syntheticClip(16000, 6000);
    const plans = [512, 1024].map((nFft) =>
      createFeaturePlan({ sampleRate: 16000, features: [{ name: 'mfcc', nFft }] }),
    );
    const [first, second] = plans.map((plan) => plan.extract(clip).data);
    expect(plans[0]!.extract(clip).data).toEqual(first);
    expect(plans[1]!.extract(clip).data).toEqual(second);
  });

  it('compute nothing of one clip for the next', () => {
    const create = () => createFeaturePlan({ sampleRate: 16000, features: [{ name: 'functionals' }] });
    const [fast, plain] = [create(), withoutKernels(create)];
    for (const nSamples of [3001, 3160, 8000, 3001, 320, 161]) {
      const clip = syntheticClip(16000, nSamples);
      expect(fast.extract(clip).data).toEqual(plain.extract(clip).data);
    }
  });
});
