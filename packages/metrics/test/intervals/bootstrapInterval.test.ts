import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/labels/accuracy.js';
import { bootstrapInterval } from '../../src/intervals/bootstrapInterval.js';
import { sfc32 } from '../../src/intervals/sfc32.js';
import type { Outcome } from '../../src/outcome/outcome.js';

/** Speakers whose clips are all correct or all wrong. */
function clusters(corrects: readonly boolean[], clips = 10): { outcome: Outcome; groups: string[] } {
  const groups = corrects.flatMap((_, speaker) => Array.from({ length: clips }, () => `speaker ${speaker}`));
  const predicted = corrects.flatMap((isCorrect) => Array.from({ length: clips }, () => (isCorrect ? 0 : 1)));
  return { outcome: { actual: groups.map(() => 0), predicted, nClasses: 2 }, groups };
}

const { outcome, groups } = clusters([true, true, false, true, false, true, true, false]);
const base = { outcome, groups, metric: accuracy, seed: 1 };

describe('bootstrapInterval', () => {
  it('is [1, 1] when every prediction is correct', () => {
    const correct = { ...outcome, predicted: outcome.actual };
    expect(bootstrapInterval({ ...base, outcome: correct })).toEqual({ low: 1, high: 1 });
  });

  it('contains the value itself', () => {
    const { low, high } = bootstrapInterval(base);
    expect(low).toBeLessThan(accuracy(outcome));
    expect(high).toBeGreaterThan(accuracy(outcome));
  });

  it('equals the binomial quantiles for speakers that are all correct or all wrong', () => {
    // Drawing 8 speakers, 5 of them correct: correct ones ~ Binomial(8, 5/8); its 5% and 95% quantiles are 3 and 7.
    expect(bootstrapInterval({ ...base, confidence: 0.9 })).toEqual({ low: 3 / 8, high: 7 / 8 });
  });

  it('resamples speakers: over clips, the interval is far narrower', () => {
    const overSpeakers = bootstrapInterval(base);
    const overClips = bootstrapInterval({ ...base, groups: groups.map((_, clip) => `clip ${clip}`) });
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(overSpeakers)).toBeGreaterThan(2 * width(overClips));
  });

  it('depends on the seed, not on the order of the items', () => {
    const next = sfc32(3);
    const mixed = { ...outcome, predicted: groups.map(() => next() % 2) };
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
    ['length-mismatch', 'each of the 80 items; got 1', { groups: ['a'] }],
    ['invalid-option', '`groups` must have at least two speakers; got 1', { groups: groups.map(() => 'a') }],
    ['invalid-option', '`nResamples` must be an integer from 1 to 16777216; got 0', { nResamples: 0 }],
    [
      'invalid-option',
      '`confidence` must be a finite number above 0 and below 1; got 95',
      { confidence: 95 },
    ],
    ['invalid-option', '`seed` must be an integer from -2147483648 to 4294967295; got 1.5', { seed: 1.5 }],
    [
      'invalid-class',
      '`predicted[0]` must be a class index',
      { outcome: { ...outcome, predicted: groups.map(() => 0.5) } },
    ],
  ])('throws %s: %s', (code, fragment, change) => {
    expect(() => bootstrapInterval({ ...base, ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
