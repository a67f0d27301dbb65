import { readSamples } from '../pcm/readSamples.js';
import { bytesAt, type Reading } from '../source/reading.js';
import type { Chunk } from './chunk.js';
import { layoutOf, type WavFields } from './wavFields.js';

/** How many parts of the file are examined, and how many samples of each channel per part. */
const nParts = 16;
const partLength = 4096;

/**
 * How much samples of this width change from one to the next: the mean squared difference of successive samples,
 * relative to their variance. It is about 0.05 to 0.9 for speech and 2 for noise, which samples turn into when they are
 * read with a wrong width.
 *
 * @returns 0 for a constant signal; infinity for float samples that are not finite
 */
export function* roughness(fileSize: number, data: Chunk, fields: WavFields, width: number): Reading<number> {
  const frameBytes = fields.nChannels * width;
  const nFrames = Math.floor(Math.min(data.size, fileSize - data.start) / frameBytes);
  const nSamples = Math.min(partLength, nFrames);
  let change = 0;
  let variation = 0;
  for (let part = 0; part < nParts; part++) {
    const first = Math.floor(((nFrames - nSamples) * part) / (nParts - 1));
    const start = data.start + first * frameBytes;
    const bytes = yield* bytesAt(start, start + nSamples * frameBytes);
    for (const samples of channelsOf(bytes, layoutOf(fields, width, { dataStart: 0, nSamples }))) {
      const mean = samples.reduce((sum, sample) => sum + sample, 0) / nSamples;
      for (let i = 1; i < nSamples; i++) {
        change += (samples[i]! - samples[i - 1]!) ** 2;
        variation += (samples[i]! - mean) ** 2;
      }
    }
  }
  if (Number.isNaN(change)) return Infinity;
  return change === 0 ? 0 : change / variation;
}

/** One NaN if the samples are not finite. */
function channelsOf(bytes: Uint8Array, layout: Parameters<typeof readSamples>[1]): readonly Float32Array[] {
  try {
    return readSamples(bytes, layout).channels;
  } catch {
    return [Float32Array.of(NaN, NaN)];
  }
}
