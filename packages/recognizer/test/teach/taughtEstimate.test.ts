import { describe, expect, it } from 'vitest';
import { taughtEstimate } from '../../src/teach/taughtEstimate.js';

const clips = (label: string, hits: number, n: number) =>
  Array.from({ length: n }, (_, i) => ({ label, isRight: i < hits }));

describe('taughtEstimate', () => {
  it('is the mean recall of the labels', () => {
    const estimate = taughtEstimate([...clips('a', 3, 4), ...clips('b', 3, 6)])!;
    expect(estimate.uar).toBe(0.625);
    expect(estimate.nClips).toBe(10);
  });

  it('has an interval that shrinks with more clips', () => {
    const few = taughtEstimate([...clips('a', 3, 4), ...clips('b', 2, 4)])!;
    const many = taughtEstimate([...clips('a', 30, 40), ...clips('b', 20, 40)])!;
    expect(few.low).toBeLessThan(many.low);
    expect(few.high).toBeGreaterThan(many.high);
    expect(many.high - many.low).toBeCloseTo(0.2, 1);
  });

  it('contains the estimate, also where all are right or wrong', () => {
    expect(taughtEstimate([...clips('a', 3, 3), ...clips('b', 3, 3)])!.high).toBe(1);
    expect(taughtEstimate([...clips('a', 0, 3), ...clips('b', 0, 3)])!.low).toBe(0);
  });

  it('does not exist with one label, or fewer than three clips of one', () => {
    expect(taughtEstimate(clips('a', 3, 3))).toBeUndefined();
    expect(taughtEstimate([...clips('a', 3, 3), ...clips('b', 2, 2)])).toBeUndefined();
    expect(taughtEstimate([])).toBeUndefined();
  });
});
