import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { FramewisePlan, framewiseOptionNames, type FramewiseOptions } from '../frames/framewisePlan.js';

export interface ZeroCrossingRateOptions extends FramewiseOptions {
  /**
   * Samples of at most this magnitude, at least 0, are treated as 0; 0 counts as positive.
   *
   * @default 1e-10
   */
  readonly threshold?: number;
}

/**
 * Zero-crossing rates of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class ZeroCrossingRatePlan extends FramewisePlan {
  readonly names = ['zeroCrossingRate'] as const;
  readonly #threshold: number;

  constructor(options: ZeroCrossingRateOptions = {}) {
    super({ ...options, padMode: 'edge' });
    const { threshold = 1e-10 } = options;
    requireNumber('threshold', threshold, { min: 0 });
    this.#threshold = threshold;
  }

  protected override measure(frame: Float64Array): number {
    const threshold = this.#threshold;
    let crossings = 0;
    for (let i = 1; i < frame.length; i++) {
      if (frame[i]! < -threshold !== frame[i - 1]! < -threshold) crossings++;
    }
    return crossings / frame.length;
  }
}

/**
 * Fraction of the samples of each frame at which the sign changes: high for noise, low for voiced speech. Centered
 * frames are padded with the first and last sample of the clip, which adds no crossing.
 *
 * @returns features of shape `[nFrames, 1]`, in [0, 1)
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.zero_crossing_rate, https://librosa.org/doc/0.11.0/generated/librosa.feature.zero_crossing_rate.html
 *
 * @example
 * zeroCrossingRate({ samples: Float32Array.of(1, -1, 1, -1), sampleRate: 8 }, { frameLength: 4, center: false }).data; // 0.75
 */
export function zeroCrossingRate(clip: AudioClip, options: ZeroCrossingRateOptions = {}): Features {
  return featuresOf(new ZeroCrossingRatePlan(options), clip.samples);
}

export const zeroCrossingRateKind: FeatureKind<ZeroCrossingRateOptions> = {
  optionNames: { ...framewiseOptionNames, threshold: true },
  createPlan: (options) => new ZeroCrossingRatePlan(options),
};
