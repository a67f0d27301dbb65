import { describe, expect, it } from 'vitest';
import { cachedPlan } from '../../src/resample/cachedPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('cachedPlan', () => {
  it('is cached until four other conversions have been used', () => {
    const first = cachedPlan({ from: 48000, to: 16000 });
    for (const from of [1, 2, 3]) cachedPlan({ from, to: 16 });
    expect(cachedPlan({ from: 48000, to: 16000 })).toBe(first);
    for (const from of [1, 2, 3, 4]) cachedPlan({ from, to: 16 });
    expect(cachedPlan({ from: 48000, to: 16000 })).not.toBe(first);
  });

  it('depends on the quality', () => {
    const plan = cachedPlan({ from: 2, to: 3 });
    expect(cachedPlan({ from: 2, to: 3, quality: 'fast' })).not.toBe(plan);
  });

  it('rejects invalid rates', () => {
    const error = errorFrom(() => cachedPlan({ from: 0, to: 16000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('got 0 Hz to 16000 Hz');
  });
});
