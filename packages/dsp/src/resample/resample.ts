import type { AudioClip } from '../audio/audioClip.js';
import { keptPlan } from './keptPlan.js';
import type { ResampleQuality } from './lowPass.js';

/** The rate wanted, and how well. */
export interface ResampleOptions {
  /** Rate of the result, a whole number of Hz, at most 256 times more or less than the clip's. */
  readonly sampleRate: number;

  /**
   * Length and window of the low-pass filter, as in `ResamplePlan`.
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;
}

/**
 * A clip at another sample rate, without delay: ceil(n * to / from) samples, the first at the same moment.
 *
 * What lies above the lower of the two Nyquist frequencies is removed. A clip that has the rate already is
 * returned as it is. The plans of the ratios used last are kept; for buffers of your own, make a `ResamplePlan`.
 *
 * @throws {SerError} `invalid-option` for a rate or quality out of bounds
 *
 * @example
 * const clip16k = resample(clip, { sampleRate: 16000 });
 */
export function resample(clip: AudioClip, { sampleRate, quality }: ResampleOptions): AudioClip {
  const plan = keptPlan({ from: clip.sampleRate, to: sampleRate, quality });
  if (clip.sampleRate === sampleRate) return clip;
  const samples = new Float32Array(plan.outputLength(clip.samples.length));
  plan.transform(clip.samples, samples);
  return { samples, sampleRate };
}
