import { describe, expect, it } from 'vitest';
import { deriveSeed, seedOfName } from '../../src/random/deriveSeed.js';

describe('deriveSeed', () => {
  it('is the same for the same path, and different for every other path', () => {
    expect(deriveSeed(1, 2, 3)).toBe(deriveSeed(1, 2, 3));
    const seeds = [0, 1, 2].flatMap((seed) =>
      [0, 1, 2].flatMap((a) => [deriveSeed(seed, a), deriveSeed(seed, a, 0)]),
    );
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('spreads neighboring paths over all 31 bits', () => {
    const seeds = Array.from({ length: 1000 }, (_, i) => deriveSeed(7, i));
    const mean = seeds.reduce((sum, seed) => sum + seed, 0) / seeds.length;
    expect(Math.min(...seeds)).toBeGreaterThanOrEqual(0);
    expect(mean / 2 ** 31).toBeGreaterThan(0.47); // three standard errors of a uniform mean are 0.027
    expect(mean / 2 ** 31).toBeLessThan(0.53);
  });
});

describe('seedOfName', () => {
  it('is the 32-bit FNV-1a hash of "seed/name", without its sign', () => {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from('7/clip')) hash = Math.imul(hash ^ byte, 0x01000193);
    expect(seedOfName(7, 'clip')).toBe(hash & 0x7fffffff);
    expect(seedOfName(7, 'other')).not.toBe(seedOfName(7, 'clip'));
  });
});
