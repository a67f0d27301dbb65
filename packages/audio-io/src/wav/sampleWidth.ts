import type { AudioError } from '../errors.js';
import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { Reading } from '../source/reading.js';
import type { Chunk } from './chunk.js';
import { roughness } from './roughness.js';
import { contradictoryWav, corruptWav, type WavCoding, type WavFields } from './wavFields.js';

const supportedWidths: Readonly<Record<WavCoding, readonly number[]>> = {
  pcm: [1, 2, 3, 4],
  float: [4, 8],
  alaw: [1],
  mulaw: [1],
};

/**
 * The bytes per sample of a WAV file, from three fields that may contradict each other: the bits per sample, BlockAlign,
 * and the byte rate.
 *
 * - A-law and mu-law always have one byte.
 * - The bits decide, as in libsndfile, so a wrong BlockAlign changes nothing.
 * - 24 bits in a block of 4 bytes are a container of 32 bits, unless the samples are clearly packed in 3 bytes.
 * - If BlockAlign and the byte rate agree on another width than the bits, the samples must confirm the bits: read with a
 *   wrong width, speech turns into noise.
 *
 * Samples of fewer bits than their container are left-justified, so the container determines the scale.
 *
 * @throws {SerError} `unsupported-format` for a width that is not decoded; `corrupt-file` if the fields and the samples
 *   do not determine it
 */
export function* sampleWidth(fileSize: number, data: Chunk, fields: WavFields): Reading<number> {
  const { coding, nChannels, sampleRate, byteRate, frameBytes, bits } = fields;
  if (coding === 'alaw' || coding === 'mulaw') return 1;
  const byBits = Math.ceil(bits / 8);
  const byBlock = frameBytes / nChannels;
  const byRate = byteRate / (sampleRate * nChannels);
  const isSupported = (width: number) => supportedWidths[coding].includes(width);
  const measure = (width: number) => roughness(fileSize, data, fields, width);
  const isContradicted = byBlock !== byBits && byBlock === byRate && isSupported(byBlock);
  if (!isSupported(byBits)) {
    if (bits === 0 && isContradicted) return byBlock;
    throw noWidth(fields);
  }
  if (byBits === 3 && byBlock === 4) {
    return (yield* measure(3)) / (yield* measure(4)) < clearlySmoother ? 3 : 4;
  }
  if (!isContradicted) return byBits;
  const evidence = (yield* measure(byBlock)) / (yield* measure(byBits));
  if (evidence < clearlySmoother) return byBlock;
  if (evidence < similar) throw contradictoryWav(byBits, byBlock);
  return byBits;
}

/** Ratios of roughness: below the first, another width is right; above the second, it is not. */
const clearlySmoother = 0.4;
const similar = 0.9;

function noWidth({ coding, bits }: WavFields): AudioError {
  if (bits === 0) return corruptWav('the bits per sample', 'at least 1', bits);
  return unsupportedFormat(`WAV of ${coding} samples of ${bits} bits`);
}
