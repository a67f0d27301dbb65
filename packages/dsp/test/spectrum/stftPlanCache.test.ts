import { describe, expect, it } from 'vitest';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { StftPlan } from '../../src/spectrum/stft.js';
import { StftPlanCache } from '../../src/spectrum/stftPlanCache.js';
import { errorFrom } from '../helpers/errorFrom.js';

const newCache = () => new StftPlanCache((options) => new StftPlan(options));

describe('StftPlanCache', () => {
  it('keeps the plans of the last four sets of options', () => {
    const cache = newCache();
    const first = cache.planFor({ nFft: 64 });
    expect(cache.planFor({ nFft: 64, hopLength: 16 })).toBe(first);
    expect(cache.planFor({ nFft: 64, hopLength: 17 })).not.toBe(first);
    for (const nFft of [128, 256, 64, 512, 1024]) cache.planFor({ nFft });
    expect(cache.planFor({ nFft: 64 })).toBe(first);
    for (const nFft of [128, 256, 512, 1024]) cache.planFor({ nFft });
    expect(cache.planFor({ nFft: 64 })).not.toBe(first);
  });

  it('keeps no plans that compute in TypeScript', () => {
    const cache = newCache();
    const plan = cache.planFor({ nFft: 64 });
    expect(withoutKernels(() => cache.planFor({ nFft: 64 }))).not.toBe(plan);
  });

  it('rejects invalid options', () => {
    expect(errorFrom(() => newCache().planFor({ nFft: 1 })).code).toBe('invalid-option');
  });
});
