import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Draws further than this many standard deviations from the mean are drawn again: no voice or take is a freak. */
const maxDeviations = 2.5;

/**
 * Random draws that depend on nothing but their seeds.
 *
 * Several seeds name one stream, as a path does: `new RandomSource(corpusSeed, speaker, take)`. A stream is thus the
 * same whatever else was drawn before it, and the first eight speakers of a corpus of 24 are those of a corpus of 8.
 */
export class RandomSource {
  readonly #generator: RandomGenerator;

  constructor(...seeds: readonly number[]) {
    this.#generator = xoroshiro128plus(seeds.reduce(mixSeeds, 0));
  }

  /** Evenly between `low` (included) and `high` (excluded). */
  uniform(low: number, high: number): number {
    return low + (high - low) * uniformFloat64(this.#generator);
  }

  /** Normally distributed about 0 with the given standard deviation, never beyond 2.5 of them. */
  normal(deviation: number): number {
    for (;;) {
      const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(this.#generator)));
      const draw = radius * Math.cos(2 * Math.PI * uniformFloat64(this.#generator));
      if (Math.abs(draw) <= maxDeviations) return deviation * draw;
    }
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return uniformFloat64(this.#generator) < probability;
  }

  /** One sample of white noise, evenly in [-1, 1). */
  noise(): number {
    return this.#generator.next() / 0x80000000;
  }
}

/** The 32-bit finaliser of MurmurHash3: neighbouring seeds give unrelated streams. */
function mixSeeds(mixed: number, seed: number): number {
  let hash = (Math.imul(mixed, 31) + seed + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
