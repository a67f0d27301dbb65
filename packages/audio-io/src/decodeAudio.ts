import type { MultichannelAudio } from '@ser/dsp';
import { decodeAiff } from './aiff/decodeAiff.js';
import { decodeFlac } from './flac/decodeFlac.js';
import { recognizeFormat } from './format/recognizeFormat.js';
import { nativeFlac } from './ogg/nativeFlac.js';
import { decodeWav } from './wav/decodeWav.js';

const decoders = {
  wav: decodeWav,
  flac: decodeFlac,
  oggFlac: (bytes: Uint8Array) => decodeFlac(nativeFlac(bytes)),
  aiff: decodeAiff,
} as const;

/**
 * The sound of a WAV, FLAC (also in Ogg) or AIFF file, told apart by content and never by name.
 *
 * Integers are scaled as libsndfile does, by 2^-(bits - 1), so that features equal those of Python. For MP3 and other
 * compressed formats there is `decodeAnyAudio`.
 *
 * @param bytes the whole file
 * @throws {SerError} `empty-file`, `git-lfs-pointer`, `not-audio`, `unsupported-format` (names the format
 *   found), `truncated-file`, `corrupt-file`, or `invalid-sample` (NaN or infinity in a file of float)
 *
 * @example
 * const { channels, sampleRate } = decodeAudio(new Uint8Array(await response.arrayBuffer()));
 */
export function decodeAudio(bytes: Uint8Array): MultichannelAudio {
  return decoders[recognizeFormat(bytes)](bytes);
}
