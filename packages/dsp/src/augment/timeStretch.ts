import type { AudioClip } from '../audio/audioClip.js';
import { DspError } from '../errors.js';
import { requireNumber } from '../options/requireLength.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';
import { InverseStftPlan } from '../spectrum/inverseStft.js';
import { stretchBounds } from './parameterBounds.js';
import { phaseVocoder } from './phaseVocoder.js';
import { stft } from '../spectrum/stft.js';
import type { StftOptions } from '../spectrum/stftOptions.js';

export interface TimeStretchOptions extends Omit<StftOptions, 'padMode'> {
  /** How many times faster, > 0: 2 halves the length, 0.5 doubles it. */
  readonly rate: number;
}

/**
 * The clip faster or slower at the same pitch, by a phase vocoder: `round(n / rate)` samples. Where bins meet in
 * another phase than before, the sound may exceed [-1, 1]; nothing is clamped.
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`, `clip-too-short`
 * @see librosa.effects.time_stretch, https://librosa.org/doc/0.11.0/generated/librosa.effects.time_stretch.html
 *
 * @example
 * timeStretch(clip, { rate: 0.9 }); // slower
 */
export function timeStretch(clip: AudioClip, { rate, ...options }: TimeStretchOptions): AudioClip {
  requireNumber('rate', rate, stretchBounds);
  const plan = new InverseStftPlan(options);
  const samples = new Float32Array(stretchedLength(clip.samples.length, rate));
  plan.transform(phaseVocoder(stft(clip, options), { rate, ...plan.options }).data, samples);
  return { samples, sampleRate: clip.sampleRate };
}

function stretchedLength(nSamples: number, rate: number): number {
  const length = roundHalfToEven(nSamples / rate);
  if (length > 0) return length;
  throw new DspError(
    'clip-too-short',
    `Expected a clip that is longer than half a sample at \`rate\` ${rate}, got ${nSamples} samples. Lower the rate or leave out the clip.`,
  );
}
