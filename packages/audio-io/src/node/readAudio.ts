import type { AudioClip } from '@ser/dsp';
import { mixDown } from '@ser/dsp';
import { resample } from '@ser/dsp';
import type { ResampleQuality } from '@ser/dsp';
import { decodeAnyAudio } from '../decodeAnyAudio.js';
import { naming, readBytes } from './readBytes.js';

/** How to read a recording. */
export interface ReadAudioOptions {
  /**
   * Rate to resample to, a whole number of Hz.
   *
   * @default the rate of the file
   */
  readonly sampleRate?: number;

  /**
   * Quality of the resampling, as in `ResamplePlan`.
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;

  /** Stops the reading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a recording from disk, of any format that `decodeAnyAudio` reads: decodes it, mixes it down to one
 * channel, and resamples it if asked to.
 *
 * @throws {SerError} with `file` set: `file-not-found`, `file-unreadable` (a folder, no permission),
 *   `invalid-option`, and as `decodeAnyAudio`
 *
 * @example
 * const clip = await readAudio('03-01-05-01-01-01-12.wav', { sampleRate: 16000 });
 */
export async function readAudio(path: string, options: ReadAudioOptions = {}): Promise<AudioClip> {
  const { sampleRate, quality, signal } = options;
  const bytes = await readBytes(path, signal);
  return naming(path, async () => {
    const clip = mixDown(await decodeAnyAudio(bytes, { signal }));
    return sampleRate === undefined ? clip : resample(clip, { sampleRate, quality });
  });
}
