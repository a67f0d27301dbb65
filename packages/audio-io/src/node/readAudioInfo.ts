import { audioInfo } from '../audioInfo.js';
import type { AudioInfo } from '../header/audioInfo.js';
import { namingFile, readBytes } from './readBytes.js';

/**
 * Reads what the header of a recording on disk says.
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
  const bytes = await readBytes(path, options.signal);
  return namingFile(path, () => audioInfo(bytes));
}
