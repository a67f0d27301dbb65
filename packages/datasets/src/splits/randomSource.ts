import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { DatasetError } from '../errors.js';

/** Draws integers between two bounds, both included; each draw moves the source on. */
export type RandomSource = (from: number, to: number) => number;

/**
 * @throws {SerError} `invalid-option` when the seed is not an integer from 0 to 2^32 - 1
 */
export function seededSource(seed: number): RandomSource {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new DatasetError(
      'invalid-option',
      `Expected \`seed\` to be an integer from 0 to 4294967295, got \`${seed}\`.`,
    );
  }
  const generator = mersenne(seed);
  return (from, to) => uniformInt(generator, from, to);
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = random(0, last);
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
}
