import { describe, expect, it } from 'vitest';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';
import type { SpectrogramOptions } from '../../src/spectrum/spectrogramOptions.js';
import { noise } from '../helpers/noise.js';

const cases: readonly SpectrogramOptions[] = [
  { nFft: 512, hopLength: 160 },
  { nFft: 512, hopLength: 160, winLength: 399, padMode: 'reflect' },
  { nFft: 1024, hopLength: 1024, center: false, power: 1 },
  { nFft: 64, hopLength: 1, padMode: 'edge', window: 'ones' },
];

describe('SpectrumKernel', () => {
  it.each(cases)('computes the spectrograms of TypeScript, bit for bit: %j', (options) => {
    const samples = noise(5000, 0.3);
    const plan = new SpectrogramPlan(options);
    expect(plan.kernel).toBeDefined();
    const inTypeScript = withoutKernels(() => new SpectrogramPlan(options));
    expect(inTypeScript.kernel).toBeUndefined();
    expect(plan.transform(samples)).toEqual(inTypeScript.transform(samples));
  });

  it('does not exist for other sizes, and hops longer than a frame', () => {
    expect(new SpectrogramPlan({ nFft: 400 }).kernel).toBeUndefined();
    expect(new SpectrogramPlan({ nFft: 512, hopLength: 513 }).kernel).toBeUndefined();
  });
});
