import { requireNumber, requireOneOf } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';

export const shiftModes = ['wrap', 'zeros'] as const;
/** Whether samples shifted out at one end reappear at the other (`wrap`) or are replaced by silence (`zeros`). */
export type ShiftMode = (typeof shiftModes)[number];

export interface ShiftTimeOptions {
  /** Shift in seconds, rounded to whole samples; negative values shift to the left (earlier). */
  readonly seconds: number;
  /**
   * What fills the gap.
   *
   * @default 'wrap'
   */
  readonly mode?: ShiftMode;
}

/**
 * Shifts a clip in time without changing its length. A shift by more than the clip's length wraps around several
 * times, or leaves only silence.
 *
 * @throws {SerError} `invalid-option`
 * @see numpy.roll, https://numpy.org/doc/stable/reference/generated/numpy.roll.html
 *
 * @example
 * shiftTime({ samples: Float32Array.of(1, 2, 3, 4), sampleRate: 4 }, { seconds: 0.25 }); // 4, 1, 2, 3
 */
export function shiftTime(clip: AudioClip, { seconds, mode = 'wrap' }: ShiftTimeOptions): AudioClip {
  requireNumber('sampleRate', clip.sampleRate, { above: 0 });
  requireNumber('seconds', seconds);
  requireOneOf('mode', mode, shiftModes);
  const shift = Math.round(seconds * clip.sampleRate);
  const samples = mode === 'wrap' ? rolled(clip.samples, shift) : shifted(clip.samples, shift);
  return { samples, sampleRate: clip.sampleRate };
}

function rolled(samples: Float32Array, shift: number): Float32Array {
  const n = samples.length;
  const start = ((shift % n) + n) % n;
  const result = shifted(samples, start);
  result.set(samples.subarray(n - start));
  return result;
}

function shifted(samples: Float32Array, shift: number): Float32Array {
  const result = new Float32Array(samples.length);
  if (Math.abs(shift) >= samples.length) return result;
  if (shift >= 0) result.set(samples.subarray(0, samples.length - shift), shift);
  else result.set(samples.subarray(-shift));
  return result;
}
