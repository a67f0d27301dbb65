import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { DspError } from '../errors.js';
import { cachedInverseStft } from '../spectrum/inverseStft.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';
import { stft } from '../spectrum/stft.js';
import type { StftOptions } from '../spectrum/stftOptions.js';
import { speedBounds } from './parameterBounds.js';
import { phaseVocoder } from './phaseVocoder.js';

export interface TimeStretchOptions extends Omit<StftOptions, 'padMode'> {
  /** Speed factor, from 1/256 to 256: 2 halves the length, 0.5 doubles it. */
  readonly rate: number;
}

/**
 * Makes a clip faster or slower without changing its pitch, with a phase vocoder. Because the phases change, the result
 * may exceed [-1, 1]; nothing is clamped.
 *
 * @returns a clip of `round(n / rate)` samples
 * @throws {SerError} `invalid-option`, `invalid-sample`, `clip-too-short`
 * @see librosa.effects.time_stretch, https://librosa.org/doc/0.11.0/generated/librosa.effects.time_stretch.html
 *
 * @example
 * timeStretch(clip, { rate: 0.9 }); // slower
 */
export function timeStretch(clip: AudioClip, { rate, ...options }: TimeStretchOptions): AudioClip {
  requireNumber('rate', rate, speedBounds);
  const plan = cachedInverseStft(options);
  const samples = new Float32Array(stretchedLength(clip.samples.length, rate));
  plan.transform(phaseVocoder(stft(clip, options), { rate, ...plan.options }).data, samples);
  return { samples, sampleRate: clip.sampleRate };
}

function stretchedLength(nSamples: number, rate: number): number {
  const length = roundHalfToEven(nSamples / rate);
  if (length > 0) return length;
  throw new DspError(
    'clip-too-short',
    `The clip must be longer than half a sample at \`rate\` ${rate}; got ${nSamples} samples. ` +
      'Lower the rate, or leave out the clip.',
  );
}
