import { type AudioClip, mixDown, RecordingResampler, type ResampleQuality } from '@ser/dsp';
import { joinSamples } from '../blocks/joinBlocks.js';
import type { AudioLimits } from '../limits.js';
import { namingFile } from './namingFile.js';
import { readAudioBlocks } from './readAudioBlocks.js';

/** How to read a recording. */
export interface ReadAudioOptions extends AudioLimits {
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
 * resamples it if you give a `sampleRate`. Memory is that of the result, however many channels the file has and at
 * whatever rate.
 *
 * @throws {SerError} with `file` set: `file-not-found`, `file-unreadable` (a folder, a pipe, a device, no permission),
 *   `audio-too-long`, `invalid-option`, or as `decodeAnyAudio`
 *
 * @example
 * const clip = await readAudio('03-01-05-01-01-01-12.wav', { sampleRate: 16000 });
 */
export async function readAudio(path: string, options: ReadAudioOptions = {}): Promise<AudioClip> {
  const { sampleRate, quality, ...decodeOptions } = options;
  return namingFile(path, async () => {
    const parts: Float32Array[] = [];
    let resampler: RecordingResampler | undefined;
    let rate = 0;
    for await (const block of readAudioBlocks(path, decodeOptions)) {
      const from = block.sampleRate;
      rate = sampleRate ?? from;
      resampler ??= new RecordingResampler({ from, to: rate, ...(quality && { quality }) });
      parts.push(resampler.push(mixDown(block).samples));
    }
    if (resampler) parts.push(resampler.end());
    return { samples: joinSamples(parts), sampleRate: rate };
  });
}
