import { describe, expect, it } from 'vitest';
import { channelsLast } from '../../src/dropout/channelsLast.js';
import { drawMask } from '../../src/dropout/drawMask.js';

function drawn(size: number, rate: number, seed: number): Uint8Array {
  const mask = new Uint8Array(size).fill(9);
  drawMask(mask, rate, seed);
  return mask;
}

const share = (mask: Uint8Array) => mask.reduce((sum, kept) => sum + kept, 0) / mask.length;

describe('drawMask', () => {
  // The share of n independent draws has the standard error √(p·(1 - p)/n), 5e-4 at most here; four of them.
  it.each([0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.9])('keeps the share 1 - %f', (rate) => {
    expect(Math.abs(share(drawn(1_000_000, rate, 1)) - (1 - rate))).toBeLessThan(2e-3);
  });

  it('is accurate between multiples of 1/256: kept values scaled by 1 / (1 - rate) keep their mean', () => {
    const rate = 1.5 / 256; // rounded to a 256th it would be a third more
    const shares = Array.from({ length: 16 }, (_, seed) => share(drawn(1_000_000, rate, seed)));
    const mean = shares.reduce((sum, kept) => sum + kept) / shares.length;
    expect(mean / (1 - rate)).toBeCloseTo(1, 4); // standard error 2e-5
  });

  it('keeps all values at rate 0', () => {
    expect(new Set(drawn(999, 0, 1))).toEqual(new Set([1]));
  });

  it('is the same for the same seed, and different for another', () => {
    expect(drawn(101, 0.5, 7)).toEqual(drawn(101, 0.5, 7));
    expect(drawn(101, 0.5, 7)).not.toEqual(drawn(101, 0.5, 8));
  });

  it('draws neighboring values independently', () => {
    const mask = drawn(1_000_000, 0.5, 3);
    for (const lag of [1, 2, 3, 4, 64]) {
      let both = 0;
      for (let i = lag; i < mask.length; i++) both += mask[i]! * mask[i - lag]!;
      expect(Math.abs(both / mask.length - 0.25)).toBeLessThan(2e-3);
    }
  });
});

describe('channelsLast', () => {
  it('reorders each example separately', () => {
    const mask = Uint8Array.of(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16); // [2, 2 channels, 3 positions]
    expect([...channelsLast(mask, 2, 3)]).toEqual([1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16]);
  });

  it('returns the mask itself for one channel or one position', () => {
    const mask = Uint8Array.of(1, 2, 3);
    expect(channelsLast(mask, 1, 3)).toBe(mask);
    expect(channelsLast(mask, 3, 1)).toBe(mask);
  });
});
