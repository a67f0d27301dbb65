import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import type { StftOptions } from '../spectrum/stftOptions.js';
import { playedFaster } from './changeSpeed.js';
import { semitoneBounds } from './parameterBounds.js';
import { timeStretch } from './timeStretch.js';

export interface PitchShiftOptions extends Omit<StftOptions, 'padMode'> {
  /** Pitch shift in semitones, from -96 to 96; may be fractional. Negative values lower the pitch. */
  readonly semitones: number;
}

/**
 * Raises or lowers the pitch of a clip without changing its tempo or length: `timeStretch`, then `changeSpeed` by the
 * inverse factor. The result may exceed [-1, 1], as with `timeStretch`; nothing is clamped.
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
