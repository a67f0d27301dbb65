import type { MultichannelAudio } from '@ser/dsp';
import type { LengthLimit } from '../limits.js';
import { readSamples } from '../pcm/readSamples.js';
import { parseWav } from './parseWav.js';

/**
 * Decodes a WAV file: PCM of 8, 16, 24, or 32 bits, float of 32 or 64 bits, A-law, or mu-law, any number of channels.
 *
 * Integers are scaled as in libsndfile: x / 2^(bits - 1), and (x - 128) / 128 for 8 bits, which are unsigned. Floats
 * are not changed, even beyond full scale. Header fields that contradict each other are evaluated together: see
 * `sampleWidth` and `dataSize`.
 *
 * @param bytes the whole file
 * @param limit the longest audio to decode
 * @throws {SerError} `truncated-file` if the header declares more samples than the file has;
 *   `unsupported-format` (ADPCM, ...), `corrupt-file`, `invalid-sample` (NaN or infinity), or as
 *   `decodeAudio` if it is not a WAV file
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
 *
 * @example
 * const { channels, sampleRate } = decodeWav(bytes);
 */
export function decodeWav(bytes: Uint8Array, limit?: LengthLimit): MultichannelAudio {
  const layout = parseWav(bytes);
  limit?.require(layout.nSamples, layout.sampleRate);
  return readSamples(bytes, layout);
}
