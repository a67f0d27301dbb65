import { type AudioClip, mixDown, resample, type ResampleQuality } from '@ser/dsp';
import { decodeAnyAudio } from '../decodeAnyAudio.js';
import { namingFile, readBytes } from './readBytes.js';

/** How to read a recording. */
export interface ReadAudioOptions {
  /**
   * Sample rate to convert to, an integer in Hz.
   *
   * @default the rate of the file
   */
  readonly sampleRate?: number;

  /**
   * Quality of the resampling, as in `resample` of `@ser/dsp`.
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;

  /** Cancels reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a recording from disk in any format that `decodeAnyAudio` reads: decodes it, averages its channels, and
 * resamples it if you give a `sampleRate`.
 *
 * @throws {SerError} with `file` set: `file-not-found`, `file-unreadable` (a folder, no permission),
 *   `invalid-option`, or as `decodeAnyAudio`
 *
 * @example
 * const clip = await readAudio('03-01-05-01-01-01-12.wav', { sampleRate: 16000 });
 */
export async function readAudio(path: string, options: ReadAudioOptions = {}): Promise<AudioClip> {
  const { sampleRate, quality, signal } = options;
  const bytes = await readBytes(path, signal);
  return namingFile(path, async () => {
    const clip = mixDown(await decodeAnyAudio(bytes, { signal }));
    return sampleRate === undefined ? clip : resample(clip, { sampleRate, quality });
  });
}
