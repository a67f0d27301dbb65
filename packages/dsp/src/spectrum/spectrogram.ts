import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { fftFrequencies } from './fftFrequencies.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { SpectrogramPlan } from './spectrogramPlan.js';

/** Magnitudes or powers over time and frequency. */
export interface Spectrogram {
  /** Row-major, time first: `[nFrames, nFrequencies]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFrequencies: number;
  /** Center frequency of each bin, in Hz, of shape `[nFrequencies]`. */
  readonly frequencies: Float32Array;
}

/**
 * The energy of a clip over time and frequency: `|STFT|^power`, of shape `[nFrames, nFrequencies]`.
 *
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.stft, https://librosa.org/doc/0.11.0/generated/librosa.stft.html
 *
 * @example
 * const { data, nFrames } = spectrogram(clip, { nFft: 512, hopLength: 160, power: 1 });
 */
export function spectrogram(clip: AudioClip, options: SpectrogramOptions = {}): Spectrogram {
  requireNumber('sampleRate', clip.sampleRate, { above: 0 });
  const plan = new SpectrogramPlan(options);
  return {
    data: plan.transform(clip.samples),
    nFrames: plan.nFrames(clip.samples.length),
    nFrequencies: plan.nFrequencies,
    frequencies: fftFrequencies({ sampleRate: clip.sampleRate, nFft: plan.options.nFft }),
  };
}
