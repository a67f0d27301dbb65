import type { MultichannelAudio } from '@ser/dsp';
import { decodeAiff } from './aiff/decodeAiff.js';
import { withoutLeadingTags } from './bytes/audioStart.js';
import { decodeFlac } from './flac/decodeFlac.js';
import { recognizeFormat } from './format/recognizeFormat.js';
import { decodeOggFlac } from './ogg/oggFlac.js';
import { type AudioLimits, LengthLimit } from './limits.js';
import { decodeWav } from './wav/decodeWav.js';

const decoders = {
  wav: decodeWav,
  flac: decodeFlac,
  oggFlac: decodeOggFlac,
  aiff: decodeAiff,
} as const;

/**
 * Decodes a WAV, FLAC (also in Ogg), or AIFF file. The format is detected from the content, never from the file name.
 *
 * Integers are scaled as in libsndfile, by 2^-(bits - 1), so features equal those computed in Python. For MP3 and other
 * compressed formats, use `decodeAnyAudio`.
 *
 * @param bytes the whole file
 * @param limits the longest audio to decode, checked before memory is allocated
 * @returns one array of samples per channel
 * @throws {SerError} `empty-file`, `git-lfs-pointer`, `not-audio`, `unsupported-format` (names the format
 *   found), `truncated-file`, `corrupt-file`, `audio-too-long`, or `invalid-sample` (NaN or infinity in a float file)
 *
 * @example
 * const { channels, sampleRate } = decodeAudio(new Uint8Array(await response.arrayBuffer()));
 */
export function decodeAudio(bytes: Uint8Array, limits: AudioLimits = {}): MultichannelAudio {
  const audio = withoutLeadingTags(bytes);
  return decoders[recognizeFormat(audio)](audio, new LengthLimit(limits));
}
