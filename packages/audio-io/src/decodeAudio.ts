import type { MultichannelAudio } from './audioClip.js';
import { decodeFlac } from './flac/decodeFlac.js';
import { recognizeFormat } from './format/recognizeFormat.js';
import { decodeWav } from './wav/decodeWav.js';

/**
 * The sound of a WAV or FLAC file, told apart by content and never by name.
 *
 * Integers are scaled as libsndfile does, by 2^-(bits - 1), so that features equal those of Python.
 *
 * @param bytes the whole file
 * @throws {AudioError} `empty-file`, `git-lfs-pointer`, `not-audio`, `unsupported-format` (names the format
 *   found), `truncated-file`, `corrupt-file`, or `invalid-sample` (NaN or infinity in float WAV)
 *
 * @example
 * const { channels, sampleRate } = decodeAudio(new Uint8Array(await response.arrayBuffer()));
 */
export function decodeAudio(bytes: Uint8Array): MultichannelAudio {
  return recognizeFormat(bytes) === 'wav' ? decodeWav(bytes) : decodeFlac(bytes);
}
