import { audioInfoOf } from '../audioInfo.js';
import type { AudioInfo } from '../header/audioInfo.js';
import { namingFile } from './namingFile.js';
import { openSource } from './openSource.js';

/**
 * Reads what the header of a recording on disk says. Of WAV, AIFF, and FLAC, only the header is read.
 *
 * @throws {SerError} with `file` set: as `readAudio`, as far as the header shows it
 *
 * @example
 * const { sampleRate, seconds } = await readAudioInfo('03-01-05-01-01-01-12.wav');
 */
export async function readAudioInfo(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<AudioInfo> {
  const { signal } = options;
  const source = await openSource(path, signal);
  try {
    return await namingFile(path, () => audioInfoOf(source, signal));
  } finally {
    await source.close();
  }
}
