import { AudioError } from '../errors.js';
import { requireFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { findChunks } from './findChunks.js';
import { parseWavFormat } from './wavFormat.js';

/**
 * Reads the header of a WAV file: RIFF, RIFX (big-endian) or RF64, with chunks in any order.
 *
 * @throws {SerError} `truncated-file` if the file has fewer samples than declared; `corrupt-file`,
 *   `unsupported-format`
 * @see Multimedia Programming Interface and Data Specifications 1.0 (RIFF, WAVE);
 *   EBU Tech 3306 (RF64), https://tech.ebu.ch/docs/tech/tech3306.pdf
 */
export function parseWav(bytes: Uint8Array): SampleLayout {
  requireFormat(bytes, 'wav');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { format: formatChunk, data } = findChunks(bytes, view);
  const format = parseWavFormat(view, formatChunk);
  const frameBytes = format.nChannels * format.bytesPerSample;
  const bytesFound = bytes.length - data.start;
  if (data.size > bytesFound) {
    throw new AudioError(
      'truncated-file',
      `Expected ${Math.floor(data.size / frameBytes)} samples as the header declares, ` +
        `found ${Math.floor(bytesFound / frameBytes)}. Download or copy the file again.`,
    );
  }
  return { ...format, dataStart: data.start, nSamples: Math.floor(data.size / frameBytes) };
}
