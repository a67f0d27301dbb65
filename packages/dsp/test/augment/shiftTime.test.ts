import { describe, expect, it } from 'vitest';
import { shiftTime, type ShiftMode } from '../../src/augment/shiftTime.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden } from '../helpers/golden.js';

/** 1, 2, 3… at 4 Hz. */
function counting(nSamples: number) {
  return { samples: Float32Array.from({ length: nSamples }, (_, n) => n + 1), sampleRate: 4 };
}

function shifted(nSamples: number, seconds: number, mode?: ShiftMode): number[] {
  return [...shiftTime(counting(nSamples), { seconds, mode }).samples];
}

interface RollCase {
  readonly shift: number;
  readonly nSamples: number;
  readonly expected: readonly number[];
}

describe('shiftTime', () => {
  it('wraps around by default, in both directions', () => {
    expect(shifted(5, 0.5)).toEqual([4, 5, 1, 2, 3]);
    expect(shifted(5, -0.5)).toEqual([3, 4, 5, 1, 2]);
  });

  it('fills the gap with silence with the mode zeros', () => {
    expect(shifted(5, 0.5, 'zeros')).toEqual([0, 0, 1, 2, 3]);
    expect(shifted(5, -0.5, 'zeros')).toEqual([3, 4, 5, 0, 0]);
    expect(shifted(5, 1.25, 'zeros')).toEqual([0, 0, 0, 0, 0]);
    expect(shifted(5, -100, 'zeros')).toEqual([0, 0, 0, 0, 0]);
  });

  it('rounds shifts to whole samples', () => {
    expect(shifted(3, 0.1)).toEqual([1, 2, 3]);
    expect(shifted(3, 0.15)).toEqual([3, 1, 2]);
  });

  it.each(golden<RollCase>('rolls'))(
    'equals numpy.roll of $nSamples by $shift',
    ({ shift, nSamples, expected }) => {
      expect(shifted(nSamples, shift / 4)).toEqual(expected);
    },
  );

  it('copies, and leaves an empty clip empty', () => {
    const clip = counting(3);
    expect(shiftTime(clip, { seconds: 0 }).samples).not.toBe(clip.samples);
    expect(shifted(0, 1)).toEqual([]);
  });

  it.each([
    [{ seconds: NaN }, '`seconds` must be a finite number; got NaN'],
    [{ seconds: 1, mode: 'reflect' as ShiftMode }, "`mode` must be one of 'wrap', 'zeros'; got 'reflect'"],
  ])('rejects %j', (options, message) => {
    const error = errorFrom(() => shiftTime(counting(3), options));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
