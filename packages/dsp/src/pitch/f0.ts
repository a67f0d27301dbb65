import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { FramewisePlan, framewiseOptionNames, type FramewiseOptions } from '../frames/framewisePlan.js';
import type { PadMode } from '../spectrum/spectrogramOptions.js';
import { CumulativeMeanNormalizedDifference } from './cumulativeMeanNormalizedDifference.js';
import { parabolicShift } from './parabolicShift.js';

export interface F0Options extends FramewiseOptions {
  /**
   * Lowest fundamental frequency, in Hz, above `sampleRate / (frameLength - 1)`; a frame should hold two periods of it.
   *
   * @default 65
   */
  readonly fMin?: number;
  /**
   * Highest fundamental frequency, in Hz, above `fMin` and at most half the sample rate.
   *
   * @default 2093
   */
  readonly fMax?: number;
  /**
   * Threshold of the difference function, above 0: the shortest period with a trough below it is used, or the best
   * period if there is none.
   *
   * @default 0.1
   */
  readonly troughThreshold?: number;
  /**
   * Step from one frame to the next, in samples: an integer from 1 to 2^22.
   *
   * @default floor(frameLength / 4)
   */
  readonly hopLength?: number;
  /**
   * Padding of centered frames: zeros (`constant`), the mirrored clip (`reflect`), or its first and last sample (`edge`).
   *
   * @default 'constant'
   */
  readonly padMode?: PadMode;
}

/**
 * Fundamental frequencies of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class F0Plan extends FramewisePlan {
  readonly names = ['f0'] as const;
  readonly #sampleRate: number;
  readonly #minPeriod: number;
  readonly #troughThreshold: number;
  readonly #difference: CumulativeMeanNormalizedDifference;

  constructor(options: F0Options & { readonly sampleRate: number }) {
    const { sampleRate, frameLength = 2048, fMin = 65, fMax = 2093, troughThreshold = 0.1 } = options;
    const { hopLength = Math.floor(frameLength / 4), padMode = 'constant' } = options;
    super({ frameLength, hopLength, center: options.center, padMode });
    requireNumber('sampleRate', sampleRate, { above: 0 });
    requireNumber('fMin', fMin, { above: sampleRate / (frameLength - 1), fix: 'Raise `frameLength`.' });
    requireNumber('fMax', fMax, { above: fMin, max: sampleRate / 2 });
    requireNumber('troughThreshold', troughThreshold, { above: 0 });
    this.#sampleRate = sampleRate;
    this.#minPeriod = Math.floor(sampleRate / fMax);
    this.#troughThreshold = troughThreshold;
    this.#difference = new CumulativeMeanNormalizedDifference({
      frameLength,
      minPeriod: this.#minPeriod,
      maxPeriod: Math.min(Math.ceil(sampleRate / fMin), frameLength - 1),
    });
  }

  protected override measure(frame: Float64Array, next: Float64Array, index: number): number {
    const difference = this.#difference.transform(frame, next, index);
    const trough = bestTrough(difference, this.#troughThreshold);
    const isInside = trough > 0 && trough < difference.length - 1;
    const shift = isInside
      ? parabolicShift(difference[trough - 1]!, difference[trough]!, difference[trough + 1]!)
      : 0;
    return this.#sampleRate / (this.#minPeriod + trough + shift);
  }
}

/**
 * The fundamental frequency (pitch) of each frame by YIN. Frames without pitch also have a value between about `fMin` and
 * `fMax`, which is meaningless; in silence it is the highest frequency.
 *
 * @returns features of shape `[nFrames, 1]`, in Hz
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.yin(y, fmin=65, fmax=2093), https://librosa.org/doc/0.11.0/generated/librosa.yin.html
 * @see A. de Cheveigné, H. Kawahara, "YIN, a fundamental frequency estimator for speech and music", 2002
 *
 * @example
 * f0(clip, { fMin: 75, fMax: 500 }).data; // 118.2, 119.0, …
 */
export function f0(clip: AudioClip, options: F0Options = {}): Features {
  return featuresOf(new F0Plan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const f0Kind: FeatureKind<F0Options> = {
  optionNames: { ...framewiseOptionNames, fMin: true, fMax: true, troughThreshold: true, padMode: true },
  createPlan: (options) => new F0Plan(options),
};

/** Index of the first trough below the threshold, or of the smallest value if there is none. */
function bestTrough(difference: Float64Array, threshold: number): number {
  let smallest = 0;
  for (let i = 0; i < difference.length; i++) {
    if (difference[i]! < threshold && isTrough(difference, i)) return i;
    if (difference[i]! < difference[smallest]!) smallest = i;
  }
  return smallest;
}

/** Lower than the previous value and not above the next; at the lower end, lower than the next, as in librosa. */
function isTrough(values: Float64Array, i: number): boolean {
  if (i === 0) return values[0]! < values[1]!;
  return values[i]! < values[i - 1]! && (i === values.length - 1 || values[i]! <= values[i + 1]!);
}
