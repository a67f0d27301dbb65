import type { AudioClip } from '../audio/audioClip.js';
import { cachedPlan } from './cachedPlan.js';
import type { ResampleQuality } from './rateConversion.js';

export interface ResampleOptions {
  /** Sample rate of the result, an integer number of Hz, at most 256 times higher or lower than that of the clip. */
  readonly sampleRate: number;

  /**
   * Number of zero crossings of the low-pass filter on each side: 16 (`fast`), 32 (`high`), or 64 (`best`). `high` is
   * flat within 0.1 dB up to 0.88 of the lower Nyquist frequency and suppresses aliases by 102 dB.
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;
}

/**
 * Changes the sample rate of a clip, without delay. Frequencies above the lower of the two Nyquist frequencies are
 * removed. A clip that already has the rate is returned unchanged.
 *
 * @returns a clip of `ceil(n * to / from)` samples; its first sample is at the same time as that of the input
 * @throws {SerError} `invalid-option`
 * @see J. O. Smith, Digital Audio Resampling Home Page, https://ccrma.stanford.edu/~jos/resample/
 *
 * @example
 * const clip16k = resample(clip, { sampleRate: 16000 });
 */
export function resample(clip: AudioClip, { sampleRate, quality }: ResampleOptions): AudioClip {
  const plan = cachedPlan({ from: clip.sampleRate, to: sampleRate, quality });
  if (clip.sampleRate === sampleRate) return clip;
  const samples = new Float32Array(plan.outputLength(clip.samples.length));
  plan.transform(clip.samples, samples);
  return { samples, sampleRate };
}
