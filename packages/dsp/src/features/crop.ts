import { DspError } from '../errors.js';

/** The part of every clip to use, so that all have the same length. */
export interface Crop {
  /**
   * Start time in seconds, at least 0.
   *
   * @default 0
   */
  readonly start?: number;
  /** Length in seconds, above 0; shorter clips are padded with zeros at the end. */
  readonly duration: number;
}

/** Longest crop, in samples: more than four hours at 16 kHz. */
export const maxCropLength = 2 ** 28;

/** Length of a crop, in samples. */
export function cropLength({ duration }: Crop, sampleRate: number): number {
  return Math.round(duration * sampleRate);
}

/**
 * Crops the samples of a clip.
 *
 * @returns samples of shape `[cropLength]`; a view if the clip is long enough
 * @throws {SerError} `clip-too-short` if the clip ends before the crop begins
 */
export function cropped(samples: Float32Array, sampleRate: number, crop: Crop): Float32Array {
  const first = Math.round((crop.start ?? 0) * sampleRate);
  const length = cropLength(crop, sampleRate);
  if (samples.length <= first) {
    throw new DspError(
      'clip-too-short',
      `The clip must be longer than \`segment.start\` (${first} samples); got ${samples.length} samples. ` +
        'Leave out the clip, or choose an earlier start.',
    );
  }
  const cut = samples.subarray(first, first + length);
  if (cut.length === length) return cut;
  const padded = new Float32Array(length);
  padded.set(cut);
  return padded;
}
