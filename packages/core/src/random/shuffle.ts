import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { requireInteger } from '../options/requireOption.js';

/** Draws integers between two bounds, both included; each draw advances the source. */
export type IntegerSource = (from: number, to: number) => number;

/**
 * A source of integers (Mersenne Twister), for splits.
 *
 * @param seed an integer from 0 to 2^32 - 1
 * @throws {SerError} `invalid-option`
 */
export function integerSource(seed: number): IntegerSource {
  requireInteger('seed', seed, { min: 0, max: 2 ** 32 - 1 });
  const generator = mersenne(seed);
  return (from, to) => uniformInt(generator, from, to);
}

/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: IntegerSource): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = random(0, last);
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
}

/** A random order of `0 … n - 1` (Fisher and Yates, xoroshiro128+), for the order of training examples. */
export function shuffledIndices(n: number, seed: number): Int32Array {
  const generator = xoroshiro128plus(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
