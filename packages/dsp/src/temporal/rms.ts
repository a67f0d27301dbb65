import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { FramewisePlan, framewiseOptionNames, type FramewiseOptions } from '../frames/framewisePlan.js';
import type { PadMode } from '../spectrum/spectrogramOptions.js';

export interface RmsOptions extends FramewiseOptions {
  /**
   * Padding of centered frames: zeros (`constant`), the mirrored clip (`reflect`), or its first and last sample (`edge`).
   *
   * @default 'constant'
   */
  readonly padMode?: PadMode;
}

/**
 * RMS of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class RmsPlan extends FramewisePlan {
  readonly names = ['rms'] as const;

  constructor(options: RmsOptions = {}) {
    super({ ...options, padMode: options.padMode ?? 'constant' });
  }

  protected override measure(frame: Float64Array): number {
    let squares = 0;
    for (let i = 0; i < frame.length; i++) squares += frame[i]! * frame[i]!;
    return Math.sqrt(squares / frame.length);
  }
}

/**
 * Root mean square of the samples of each frame.
 *
 * @returns features of shape `[nFrames, 1]`
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.rms, https://librosa.org/doc/0.11.0/generated/librosa.feature.rms.html
 *
 * @example
 * rms({ samples: new Float32Array(800).fill(0.5), sampleRate: 16000 }, { center: false, frameLength: 800 }).data; // 0.5
 */
export function rms(clip: AudioClip, options: RmsOptions = {}): Features {
  return featuresOf(new RmsPlan(options), clip.samples);
}

export const rmsKind: FeatureKind<RmsOptions> = {
  optionNames: { ...framewiseOptionNames, padMode: true },
  createPlan: (options) => new RmsPlan(options),
};
