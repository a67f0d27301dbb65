import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { requireInteger } from '../options/requireLength.js';
import type { Range } from './augmentation.js';

/**
 * Random draws that depend on nothing but their seeds. Several seeds name one stream, as a path does:
 * `new RandomSource(seed, variant, step)`.
 */
export class RandomSource {
  readonly #generator: RandomGenerator;
  /** The second of the pair of normal draws that Box and Muller's method makes. */
  #spareNormal?: number;

  constructor(...seeds: readonly number[]) {
    this.#generator = xoroshiro128plus(seeds.reduce(mixSeeds, 0));
  }

  /** The fixed value, or one drawn evenly from `low` (included) to `high` (excluded). */
  within(range: Range): number {
    if (typeof range === 'number') return range;
    const [low, high] = range;
    return low + (high - low) * uniformFloat64(this.#generator);
  }

  /** Normally distributed about 0, with standard deviation 1. */
  normal(): number {
    const spare = this.#spareNormal;
    if (spare !== undefined) {
      this.#spareNormal = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(this.#generator)));
    const angle = 2 * Math.PI * uniformFloat64(this.#generator);
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A seed for a stream of its own. */
  seed(): number {
    return this.#generator.next();
  }
}

/** @throws {SerError} `invalid-option` unless the seed is a 32-bit integer */
export function requireSeed(seed: number, name = 'seed'): void {
  requireInteger(name, seed, { min: -(2 ** 31), max: 2 ** 32 - 1 });
}

/** The 32-bit finaliser of MurmurHash3: neighbouring seeds give unrelated streams. */
function mixSeeds(mixed: number, seed: number): number {
  let hash = (Math.imul(mixed, 31) + seed + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
