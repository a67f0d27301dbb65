import type { MultichannelAudio } from '@ser/dsp';
import type { LengthLimit } from '../limits.js';
import { readSamples } from '../pcm/readSamples.js';
import { parseAiff } from './parseAiff.js';

/**
 * Decodes an AIFF or uncompressed AIFF-C file: PCM of 8, 16, 24, or 32 bits, float of 32 or 64 bits, A-law, or mu-law,
 * any number of channels.
 *
 * Integers are scaled as in libsndfile: x / 2^(bits - 1). Floats are not changed, even beyond full scale.
 *
 * @param bytes the whole file
 * @param limit the longest audio to decode
 * @throws {SerError} `truncated-file` if the header declares more samples than the file has;
 *   `unsupported-format` (IMA ADPCM, MACE, ...), `corrupt-file`, `invalid-sample` (NaN or infinity), or as
 *   `decodeAudio` if it is not an AIFF file
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/AIFF/AIFF.html
 *
 * @example
 * const { channels, sampleRate } = decodeAiff(bytes);
 */
export function decodeAiff(bytes: Uint8Array, limit?: LengthLimit): MultichannelAudio {
  const layout = parseAiff(bytes);
  limit?.require(layout.nSamples, layout.sampleRate);
  return readSamples(bytes, layout);
}
