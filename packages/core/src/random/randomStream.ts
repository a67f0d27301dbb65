import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * Random draws that depend on nothing but their seeds.
 *
 * Several seeds name one stream, as a path does: `new RandomStream(seed, speaker, take)`. A stream is the same
 * whatever else was drawn before it.
 *
 * @example
 * const stream = new RandomStream(1, 7);
 * stream.uniform(-1, 1);
 */
export class RandomStream {
  readonly #generator: RandomGenerator;
  /** The second of the pair of normal draws that the Box-Muller method makes. */
  #spareNormal: number | undefined;

  constructor(...seeds: readonly number[]) {
    this.#generator = xoroshiro128plus(seeds.reduce(mixSeeds, 0));
  }

  /** Uniform from `low` (included) to `high` (excluded). */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * uniformFloat64(this.#generator);
  }

  /** Normally distributed around 0 with standard deviation 1. */
  normal(): number {
    const spare = this.#spareNormal;
    if (spare !== undefined) {
      this.#spareNormal = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One sample of white noise, uniform in [-1, 1). */
  noise(): number {
    return this.#generator.next() / 0x80000000;
  }

  /** A seed for an independent stream: an integer from -2^31 to 2^31 - 1. */
  seed(): number {
    return this.#generator.next();
  }
}

/** The 32-bit finalizer of MurmurHash3: neighboring seeds give unrelated streams. */
function mixSeeds(mixed: number, seed: number): number {
  let hash = (Math.imul(mixed, 31) + seed + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
