import type { MultichannelAudio } from '@ser/dsp';
import { readSamples } from '../pcm/readSamples.js';
import { parseAiff } from './parseAiff.js';

/**
 * The sound of an AIFF or uncompressed AIFF-C file: PCM of 8, 16, 24 or 32 bits, float of 32 or 64 bits, A-law or
 * mu-law, any number of channels.
 *
 * Integers are scaled as libsndfile does, x / 2^(bits - 1). Floats are taken as they are, also beyond full scale.
 *
 * @param bytes the whole file
 * @throws {SerError} `truncated-file` when the header declares more samples than there are;
 *   `unsupported-format` (IMA ADPCM, MACE, ...), `corrupt-file`, `invalid-sample` (NaN or infinity), and as
 *   `decodeAudio` when it is no AIFF file
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/AIFF/AIFF.html
 *
 * @example
 * const { channels, sampleRate } = decodeAiff(bytes);
 */
export function decodeAiff(bytes: Uint8Array): MultichannelAudio {
  return readSamples(bytes, parseAiff(bytes));
}
