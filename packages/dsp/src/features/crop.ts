import { DspError } from '../errors.js';

/** A stretch of every clip, so that all have the same length. */
export interface Segment {
  /**
   * Where it begins, in seconds, >= 0.
   *
   * @default 0
   */
  readonly start?: number;
  /** How long it is, in seconds, > 0; shorter clips are filled up with zeros at their end. */
  readonly duration: number;
}

/** Length of the segment, in samples. */
export function segmentLength({ duration }: Segment, sampleRate: number): number {
  return Math.round(duration * sampleRate);
}

/**
 * Cuts the segment out of a clip's samples.
 *
 * @returns samples of shape `[segmentLength]`; a view where the clip is long enough
 * @throws {SerError} `clip-too-short` when the clip ends before the segment begins
 */
export function cutSegment(samples: Float32Array, sampleRate: number, segment: Segment): Float32Array {
  const first = Math.round((segment.start ?? 0) * sampleRate);
  const length = segmentLength(segment, sampleRate);
  if (samples.length <= first) {
    throw new DspError(
      'clip-too-short',
      `Expected a clip longer than \`segment.start\` (${first} samples), got ${samples.length} samples. ` +
        'Leave out the clip or begin earlier.',
    );
  }
  const cut = samples.subarray(first, first + length);
  if (cut.length === length) return cut;
  const padded = new Float32Array(length);
  padded.set(cut);
  return padded;
}
