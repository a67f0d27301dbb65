import type { MultichannelAudio } from '@ser/dsp';
import { collectBlocks } from './blocks/collectBlocks.js';
import { decodeAudioBlocks, type DecodeOptions } from './decodeAudioBlocks.js';

/**
 * Decodes a file of any format for which there is a decoder. The format is detected from the content, never from the
 * file name.
 *
 * WAV, FLAC, and AIFF are decoded as in `decodeAudio`. MP3, Ogg Vorbis, and Ogg Opus need an optional package; if it is
 * missing, the error names it. In a browser, `decodeAudioData` replaces it and also decodes MP4 and WebM. Add more
 * formats with `registerDecoder`. The event loop runs between blocks, so a server keeps responding.
 *
 * @param bytes the whole file
 * @returns one array of samples per channel, in [-1, 1]
 * @throws {SerError} `decoder-not-installed` (names the package), or as `decodeAudio`
 *
 * @example
 * const { channels, sampleRate } = await decodeAnyAudio(new Uint8Array(await response.arrayBuffer()));
 */
export async function decodeAnyAudio(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<MultichannelAudio> {
  return collectBlocks(decodeAudioBlocks(bytes, options));
}
