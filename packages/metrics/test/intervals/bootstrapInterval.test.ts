import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/accuracy.js';
import { bootstrapInterval } from '../../src/intervals/bootstrapInterval.js';
import { sfc32 } from '../../src/intervals/sfc32.js';
import type { Outcome } from '../../src/types.js';

/** Speakers whose clips are all right or all wrong: the clips of one speaker say the same thing ten times. */
function clusters(rights: readonly boolean[], clips = 10): { outcome: Outcome; groups: string[] } {
  const groups = rights.flatMap((_, speaker) => Array.from({ length: clips }, () => `speaker ${speaker}`));
  const predicted = rights.flatMap((right) => Array.from({ length: clips }, () => (right ? 0 : 1)));
  return { outcome: { actual: groups.map(() => 0), predicted, nClasses: 2 }, groups };
}

const { outcome, groups } = clusters([true, true, false, true, false, true, true, false]);
const base = { outcome, groups, metric: accuracy, seed: 1 };

describe('bootstrapInterval', () => {
  it('is [1, 1] when every answer is right', () => {
    const right = { ...outcome, predicted: outcome.actual };
    expect(bootstrapInterval({ ...base, outcome: right })).toEqual({ low: 1, high: 1 });
  });

  it('holds the figure itself', () => {
    const { low, high } = bootstrapInterval(base);
    expect(low).toBeLessThan(accuracy(outcome));
    expect(high).toBeGreaterThan(accuracy(outcome));
  });

  it('equals the binomial quantiles when speakers are right or wrong as a whole', () => {
    // Drawing 8 speakers of whom 5 are right: right ones ~ Binomial(8, 5/8); its 5 % and 95 % quantiles are 3 and 7.
    expect(bootstrapInterval({ ...base, confidence: 0.9 })).toEqual({ low: 3 / 8, high: 7 / 8 });
  });

  it('resamples speakers: over clips, the same answers would seem far surer', () => {
    const overSpeakers = bootstrapInterval(base);
    const overClips = bootstrapInterval({ ...base, groups: groups.map((_, clip) => `clip ${clip}`) });
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(overSpeakers)).toBeGreaterThan(2 * width(overClips));
  });

  it('is the same for the same seed and for items in another order, and another for another seed', () => {
    const answers = sfc32(3);
    const mixed = { ...outcome, predicted: groups.map(() => answers() % 2) };
    const first = bootstrapInterval({ ...base, outcome: mixed });
    expect(bootstrapInterval({ ...base, outcome: mixed })).toEqual(first);
    const backwards = {
      outcome: {
        ...mixed,
        actual: [...(outcome.actual as number[])].reverse(),
        predicted: [...mixed.predicted].reverse(),
      },
      groups: [...groups].reverse(),
    };
    expect(bootstrapInterval({ ...base, ...backwards })).toEqual(first);
    expect(bootstrapInterval({ ...base, outcome: mixed, seed: 2 })).not.toEqual(first);
  });

  it('widens with the confidence', () => {
    const narrow = bootstrapInterval({ ...base, confidence: 0.5 });
    const wide = bootstrapInterval({ ...base, confidence: 0.99 });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  it.each([
    ['length-mismatch', 'got 1 for 80 items', { groups: ['a'] }],
    ['invalid-option', '`groups` must hold at least two speakers, got 1', { groups: groups.map(() => 'a') }],
    ['invalid-option', '`nResamples` must be a whole number >= 1, got `0`', { nResamples: 0 }],
    ['invalid-option', '`confidence` must lie in (0, 1), got `95`', { confidence: 95 }],
    ['invalid-option', '`seed` must be a whole number >= 0, got `1.5`', { seed: 1.5 }],
    [
      'invalid-class',
      '`predicted[0]` must be a class index',
      { outcome: { ...outcome, predicted: groups.map(() => 0.5) } },
    ],
  ])('refuses %s: %s', (code, fragment, change) => {
    expect(() => bootstrapInterval({ ...base, ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
