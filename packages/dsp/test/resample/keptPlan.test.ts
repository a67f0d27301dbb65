import { describe, expect, it } from 'vitest';
import { keptPlan } from '../../src/resample/keptPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('keptPlan', () => {
  it('is the same for the same ratio, and forgotten after four others', () => {
    const first = keptPlan({ from: 48000, to: 16000 });
    for (const from of [1, 2, 3]) keptPlan({ from, to: 16 });
    expect(keptPlan({ from: 48000, to: 16000 })).toBe(first);
    for (const from of [1, 2, 3, 4]) keptPlan({ from, to: 16 });
    expect(keptPlan({ from: 48000, to: 16000 })).not.toBe(first);
  });

  it('depends on the quality', () => {
    const plan = keptPlan({ from: 2, to: 3 });
    expect(keptPlan({ from: 2, to: 3, quality: 'fast' })).not.toBe(plan);
  });

  it('refuses what a plan refuses', () => {
    const error = errorFrom(() => keptPlan({ from: 0, to: 16000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('got `0` in 0 Hz to 16000 Hz');
  });
});
