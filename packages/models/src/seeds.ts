import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { ModelError } from './errors.js';

/** What a derived seed is for, so that no two uses share a random sequence. */
export const purposes = { weights: 1, order: 2, dropout: 3, mixup: 4, statistics: 5, encoding: 6 } as const;

/**
 * A seed for one use, derived from the user's one seed: the same path gives the same seed, another path an
 * unrelated one. Nothing is drawn from a running generator, so training can resume at any step.
 *
 * @param path purpose and indices, such as `[purposes.dropout, epoch, batch, layer]`
 * @returns an integer from 0 to 2³¹ - 1
 * @see MurmurHash3's 32-bit mixing, https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function deriveSeed(seed: number, ...path: readonly number[]): number {
  let hash = seed | 0;
  for (const part of path) hash = Math.imul(rotate(hash ^ scramble(part | 0), 13), 5) + 0xe6546b64;
  hash ^= path.length * 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

/** A random order of `0 … n - 1` (Fisher and Yates). */
export function shuffledIndices(n: number, seed: number): Int32Array {
  const generator = xoroshiro128plus(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** @throws {ModelError} `invalid-option` when the seed is not a 32-bit integer */
export function checkSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= -(2 ** 31) && seed < 2 ** 32) return;
  throw new ModelError('invalid-option', `Expected \`seed\` to be a 32-bit integer, got \`${seed}\`.`);
}

function scramble(part: number): number {
  return Math.imul(rotate(Math.imul(part, 0xcc9e2d51), 15), 0x1b873593);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
