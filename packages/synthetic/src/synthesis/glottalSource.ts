import type { RandomStream } from '@ser/core';
import { boundedNormal } from './boundedNormal.js';

/** Options of `GlottalSource`. */
export interface GlottalSourceOptions {
  /** Rate of the output, in Hz. */
  readonly sampleRate: number;
  /** Fraction of each cycle in which the vocal folds are open, above 0 and below 1. It is small for pressed voices. */
  readonly openQuotient: number;
  /** Standard deviation of the cycle length, as a fraction of it. */
  readonly jitter: number;
  /** Standard deviation of the cycle amplitude, as a fraction of it. */
  readonly shimmer: number;
}

/**
 * The glottal source: the time derivative of the glottal flow, one pulse per cycle, peak about 1.
 *
 * In the open phase, the flow is the polynomial `x^2 - x^3`, so its derivative ends with the jump of the closure, which
 * excites the formants. The jump is band-limited by a two-sample polynomial (PolyBLEP) to avoid aliasing.
 *
 * @see the KLGLOTT88 model, D. H. Klatt and L. C. Klatt, J. Acoust. Soc. Am. 87 (1990), https://doi.org/10.1121/1.398894
 * @see PolyBLEP: V. Välimäki and A. Huovilainen, IEEE Signal Processing Magazine 24 (2007), https://doi.org/10.1109/MSP.2007.323276
 */
export class GlottalSource {
  readonly #options: GlottalSourceOptions;
  readonly #random: RandomStream;
  #phase = 0;
  #cycleLength = 1;
  #amplitude = 1;

  constructor(options: GlottalSourceOptions, random: RandomStream) {
    this.#options = options;
    this.#random = random;
  }

  /** Whether the vocal folds are open at the current sample; breath noise is louder then. */
  get isOpen(): boolean {
    return this.#phase < this.#options.openQuotient;
  }

  /** The next sample, at a fundamental frequency of `f0` Hz. */
  next(f0: number): number {
    const { sampleRate, openQuotient } = this.#options;
    const step = f0 / (sampleRate * this.#cycleLength);
    this.#phase += step;
    if (this.#phase >= 1) this.#startCycle();
    const x = this.#phase / openQuotient;
    const flowDerivative = x < 1 ? (2 - 3 * x) * x : 0;
    return this.#amplitude * (flowDerivative + 0.5 * polyBlep((this.#phase - openQuotient) / step));
  }

  #startCycle(): void {
    const { jitter, shimmer } = this.#options;
    this.#phase -= 1;
    this.#cycleLength = 1 + boundedNormal(this.#random, jitter);
    this.#amplitude = 1 + boundedNormal(this.#random, shimmer);
  }
}

/** Correction of a step of height 2, `t` samples after it; 0 more than one sample away. */
function polyBlep(t: number): number {
  if (t >= 1 || t <= -1) return 0;
  return t < 0 ? (1 + t) ** 2 : -((1 - t) ** 2);
}
