import type { MultichannelAudio } from '@ser/dsp';
import { readSamples } from '../pcm/readSamples.js';
import { parseWav } from './parseWav.js';

/**
 * The sound of a WAV file: PCM of 8, 16, 24 or 32 bits, float of 32 or 64 bits, A-law or mu-law, any number of
 * channels.
 *
 * Integers are scaled as libsndfile does: x / 2^(bits - 1), and (x - 128) / 128 for 8 bits, which are
 * unsigned. Floats are taken as they are, also beyond full scale. A data size of 0 or 0xFFFFFFFF, which
 * streaming writers leave, means up to the end of the file.
 *
 * @param bytes the whole file
 * @throws {SerError} `truncated-file` when the header declares more samples than there are;
 *   `unsupported-format` (ADPCM, ...), `corrupt-file`, `invalid-sample` (NaN or infinity), and as
 *   `decodeAudio` when it is no WAV file
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
 *
 * @example
 * const { channels, sampleRate } = decodeWav(bytes);
 */
export function decodeWav(bytes: Uint8Array): MultichannelAudio {
  return readSamples(bytes, parseWav(bytes));
}
