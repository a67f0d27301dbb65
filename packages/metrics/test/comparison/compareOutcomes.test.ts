import { describe, expect, it } from 'vitest';
import { compareOutcomes } from '../../src/comparison/compareOutcomes.js';

const nSpeakers = 12;
const clips = 8;

/** Two classes; of each speaker, so many of 8 clips are predicted correctly. */
function outcomeWith(corrects: (speaker: number) => number) {
  const items = Array.from({ length: nSpeakers * clips }, (_, item) => item);
  const actual = items.map((item) => item % 2);
  const predicted = items.map((item) => {
    const isCorrect = item % clips < corrects(Math.floor(item / clips));
    return isCorrect ? actual[item]! : 1 - actual[item]!;
  });
  return { actual, predicted, nClasses: 2 };
}

const groups = Array.from({ length: nSpeakers * clips }, (_, item) => `speaker ${Math.floor(item / clips)}`);
const poor = outcomeWith((speaker) => 3 + (speaker % 3));
const better = outcomeWith((speaker) => 5 + (speaker % 3));
const base = { first: poor, second: better, groups, metric: 'accuracy', seed: 1 } as const;

describe('compareOutcomes', () => {
  it('subtracts the first run from the second', () => {
    const { first, second, difference } = compareOutcomes(base);
    expect(first).toBe(4 / 8);
    expect(second).toBe(6 / 8);
    expect(difference.value).toBe(2 / 8);
  });

  it('has no spread where all speakers have the same difference', () => {
    const { difference, wilcoxon, groups: pairs } = compareOutcomes(base);
    expect(difference).toMatchObject({ reliable: false, reason: 'no-spread' });
    expect(difference.low).toBeCloseTo(0.25, 12);
    expect(difference.high).toBeCloseTo(0.25, 12);
    expect(pairs).toHaveLength(nSpeakers);
    expect(pairs.every((pair) => pair.second - pair.first === 2 / 8)).toBe(true);
    // All twelve are positive: two of 2^12 sign patterns.
    expect(wilcoxon).toMatchObject({ pValue: 2 / 2 ** 12, method: 'exact' });
  });

  it('counts the clips that only one of them predicts correctly', () => {
    expect(compareOutcomes(base).mcnemar).toMatchObject({ onlyFirst: 0, onlySecond: 2 * nSpeakers });
  });

  it('has opposite signs when the runs are exchanged', () => {
    const uneven = outcomeWith((speaker) => 2 + (speaker % 5));
    const there = compareOutcomes({ ...base, second: uneven });
    const back = compareOutcomes({ ...base, first: uneven, second: poor });
    expect(back.difference.value).toBe(-there.difference.value);
    expect(back.difference.low).toBeCloseTo(-there.difference.high, 12);
    expect(back.wilcoxon).toEqual(there.wilcoxon);
  });

  it('finds nothing between a run and itself', () => {
    const { difference, wilcoxon, mcnemar } = compareOutcomes({ ...base, second: poor, metric: 'uar' });
    expect(difference).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(wilcoxon.pValue).toBe(1);
    expect(mcnemar.exactPValue).toBe(1);
  });

  it('leaves out speakers without a score in a run', () => {
    const allCorrect = { ...poor, actual: poor.actual.map(() => 0), predicted: poor.actual.map(() => 0) };
    const { wilcoxon } = compareOutcomes({
      ...base,
      first: allCorrect,
      second: allCorrect,
      metric: 'cohenKappa',
    });
    expect(wilcoxon).toMatchObject({ nDifferences: 0, pValue: 1 });
  });

  it.each([
    [
      'different-items',
      'got item 0 with class 0 in the first and 1 in the second',
      { second: { ...better, actual: better.predicted.map((label, item) => (item === 0 ? 1 : label)) } },
    ],
    [
      'different-items',
      'got 96 items of 2 classes and 96 items of 3 classes',
      { second: { ...better, nClasses: 3 } },
    ],
    ['no-probabilities', 'needs `probabilities`', { metric: 'logLoss' as const }],
    ['invalid-option', 'at least two speakers', { groups: groups.map(() => 'one') }],
    ['length-mismatch', 'each of the 96 items; got 1', { groups: ['one'] }],
    ['invalid-option', '`nResamples` must be an integer from 2 to 16777216; got 1', { nResamples: 1 }],
  ])('throws %s: %s', (code, fragment, change) => {
    expect(() => compareOutcomes({ ...base, ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
