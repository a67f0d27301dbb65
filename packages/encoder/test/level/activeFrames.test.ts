import { describe, expect, it } from 'vitest';
import { activeFrames } from '../../src/level/activeFrames.js';

const powers = (...levels: number[]) => Float64Array.from(levels, (level) => 10 ** (level / 10));

describe('activeFrames', () => {
  it('marks frames louder than 35 dB below the 95th percentile', () => {
    // The percentile of three levels lies nine tenths of the way from -20 to -10 dB: at -11 dB.
    expect([...activeFrames(powers(-45, -10, -20))]).toEqual([1, 1, 1]);
    expect([...activeFrames(powers(-47, -10, -20))]).toEqual([0, 1, 1]);
  });

  it('is the same at any gain', () => {
    const loud = powers(-80, -47, -10, -20, -61, -44, -10);
    const quiet = loud.map((power) => 1e-9 * power);
    expect(activeFrames(quiet)).toEqual(activeFrames(loud));
  });

  it('does not count digital silence beside sound', () => {
    expect([...activeFrames(Float64Array.of(0, 1, 0, 1))]).toEqual([0, 1, 0, 1]);
  });

  it('marks all frames of a clip that is silent', () => {
    expect([...activeFrames(new Float64Array(3))]).toEqual([1, 1, 1]);
  });

  it('marks a single frame', () => {
    expect([...activeFrames(Float64Array.of(0.1))]).toEqual([1]);
  });
});
