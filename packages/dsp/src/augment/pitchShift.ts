import type { AudioClip } from '../audio/audioClip.js';
import { requireNumber } from '../options/requireLength.js';
import { playedFaster } from './changeSpeed.js';
import { semitoneBounds } from './parameterBounds.js';
import type { StftOptions } from '../spectrum/stftOptions.js';
import { timeStretch } from './timeStretch.js';

export interface PitchShiftOptions extends Omit<StftOptions, 'padMode'> {
  /** How much higher or, below 0, lower, in semitones, in [-96, 96]; fractions are welcome. */
  readonly semitones: number;
}

/**
 * The clip higher or lower at the same tempo and length: stretched in time, then played faster by as much as
 * undoes it. It may exceed [-1, 1], as `timeStretch` may; nothing is clamped.
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`, `clip-too-short`
 * @see librosa.effects.pitch_shift, https://librosa.org/doc/0.11.0/generated/librosa.effects.pitch_shift.html
 *
 * @example
 * pitchShift(clip, { semitones: -2 });
 */
export function pitchShift(clip: AudioClip, { semitones, ...options }: PitchShiftOptions): AudioClip {
  requireNumber('semitones', semitones, semitoneBounds);
  const ratio = 2 ** (semitones / 12);
  const stretched = timeStretch(clip, { rate: 1 / ratio, ...options });
  const samples = new Float32Array(clip.samples.length);
  samples.set(playedFaster(stretched.samples, ratio).subarray(0, samples.length));
  return { samples, sampleRate: clip.sampleRate };
}
