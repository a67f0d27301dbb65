import type { MultichannelAudio } from '@ser/dsp';
import { decodeAudioBlocks, type DecodeOptions } from '../decodeAudioBlocks.js';
import { withFile } from './namingFile.js';
import { openSource } from './openSource.js';

/**
 * Reads a recording from disk in blocks of at most a few seconds, so that memory does not grow with the duration; see
 * `decodeAudioBlocks`. The file is closed when the iteration ends.
 *
 * @throws {SerError} with `file` set: as `readAudio`
 *
 * @example
 * let nSamples = 0;
 * for await (const { channels } of readAudioBlocks('meeting.wav')) nSamples += channels[0].length;
 */
export async function* readAudioBlocks(
  path: string,
  options: DecodeOptions = {},
): AsyncGenerator<MultichannelAudio> {
  const source = await openSource(path, options.signal);
  try {
    yield* decodeAudioBlocks(source, options);
  } catch (error) {
    throw withFile(path, error);
  } finally {
    await source.close();
  }
}
