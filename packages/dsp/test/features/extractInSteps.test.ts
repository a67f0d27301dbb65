import { describe, expect, it } from 'vitest';
import type { FeatureDescription } from '../../src/features/featureDescription.js';
import type { FeatureSpec } from '../../src/features/featureKinds.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16_000, 60_000);
const other = syntheticClip(16_000, 40_000);

const specs: readonly FeatureSpec[] = [
  { name: 'mfcc' },
  { name: 'logMel', nFft: 512, hopLength: 160 },
  { name: 'melSpectrogram' },
  { name: 'chroma' },
  { name: 'spectralContrast' },
  { name: 'rms' },
  { name: 'f0' },
  { name: 'functionals' },
  { name: 'functionals', frontEnd: 'invariant' },
  { name: 'lowLevelDescriptors' },
];

const described = (...features: readonly FeatureSpec[]): FeatureDescription => ({
  sampleRate: 16_000,
  features,
});

describe('extractInSteps', () => {
  it.each(specs)('gives the bits of `extract`: %j', async (spec) => {
    const plan = createFeaturePlan(described(spec));
    expect(await plan.extractInSteps(clip)).toEqual(plan.extract(clip));
  });

  it('lets other plans, and `extract` of the same plan, compute between its steps', async () => {
    const plans = [
      ...specs.map((spec) => described(spec)),
      described({ name: 'mfcc' }, { name: 'chroma' }),
    ].map(createFeaturePlan);
    const expected = plans.map((plan) => [plan.extract(clip), plan.extract(other)]);
    const running = plans.map((plan) => [plan.extractInSteps(clip), plan.extractInSteps(other)]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(plans.map((plan) => plan.extract(other))).toEqual(expected.map(([, ofOther]) => ofOther));
    expect(await Promise.all(running.map((pair) => Promise.all(pair)))).toEqual(expected);
  });

  it('computes the same without kernels', async () => {
    const plan = withoutKernels(() => createFeaturePlan(described({ name: 'functionals' })));
    expect(await withoutKernels(() => plan.extractInSteps(clip))).toEqual(plan.extract(clip));
  });

  it('ends when its signal is aborted, and then computes the next clip', async () => {
    const plan = createFeaturePlan(described({ name: 'functionals' }));
    const controller = new AbortController();
    const running = plan.extractInSteps(syntheticClip(16_000, 1_600_000), { signal: controller.signal });
    const waiting = plan.extractInSteps(clip, { signal: controller.signal });
    const next = plan.extractInSteps(other);
    setImmediate(() => controller.abort(new Error('enough')));
    await expect(running).rejects.toThrow('enough');
    await expect(waiting).rejects.toThrow('enough');
    expect(await next).toEqual(plan.extract(other));
  });

  it('rejects what `extract` rejects', async () => {
    const plan = createFeaturePlan(described({ name: 'functionals' }));
    const wrong = { samples: clip.samples, sampleRate: 8000 };
    const { code, message } = errorFrom(() => plan.extract(wrong));
    await expect(plan.extractInSteps(wrong)).rejects.toMatchObject({ code, message });
    expect(await plan.extractInSteps(other)).toEqual(plan.extract(other));
  });
});
