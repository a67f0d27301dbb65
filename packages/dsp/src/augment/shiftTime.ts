import type { AudioClip } from '../audio/audioClip.js';
import { requireNumber, requireOneOf } from '../options/requireLength.js';

export const shiftModes = ['wrap', 'zeros'] as const;
/** Whether what leaves the clip at one end comes in at the other, or is lost and silence comes in. */
export type ShiftMode = (typeof shiftModes)[number];

export interface ShiftTimeOptions {
  /** How much later or, below 0, earlier, in seconds; rounded to whole samples. */
  readonly seconds: number;
  /**
   * What comes in where the sound has left.
   *
   * @default 'wrap'
   */
  readonly mode?: ShiftMode;
}

/**
 * The clip, as long as it was, with its sound moved in time. A shift by more than the clip's length goes round
 * more than once, or leaves silence.
 *
 * @throws {SerError} `invalid-option`
 * @see numpy.roll, https://numpy.org/doc/stable/reference/generated/numpy.roll.html
 *
 * @example
 * shiftTime({ samples: Float32Array.of(1, 2, 3, 4), sampleRate: 4 }, { seconds: 0.25 }); // 4, 1, 2, 3
 */
export function shiftTime(clip: AudioClip, { seconds, mode = 'wrap' }: ShiftTimeOptions): AudioClip {
  requireNumber('sampleRate', clip.sampleRate, { above: 0 });
  requireNumber('seconds', seconds, {});
  requireOneOf('mode', mode, shiftModes);
  const shift = Math.round(seconds * clip.sampleRate);
  const samples = mode === 'wrap' ? rolled(clip.samples, shift) : moved(clip.samples, shift);
  return { samples, sampleRate: clip.sampleRate };
}

function rolled(samples: Float32Array, shift: number): Float32Array {
  const n = samples.length;
  const start = ((shift % n) + n) % n;
  const result = moved(samples, start);
  result.set(samples.subarray(n - start));
  return result;
}

function moved(samples: Float32Array, shift: number): Float32Array {
  const result = new Float32Array(samples.length);
  if (Math.abs(shift) >= samples.length) return result;
  if (shift >= 0) result.set(samples.subarray(0, samples.length - shift), shift);
  else result.set(samples.subarray(-shift));
  return result;
}
