import { AudioError } from '../errors.js';
import { requireFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { findChunks } from './findChunks.js';
import { sampleWidth } from './sampleWidth.js';
import { layoutOf, readWavFields } from './wavFields.js';

/**
 * Reads the header of a WAV file: RIFF, RIFX (big-endian), RF64, or BW64, with chunks in any order.
 *
 * @throws {SerError} `truncated-file` if the file has fewer samples than declared; `corrupt-file`,
 *   `unsupported-format`
 * @see Multimedia Programming Interface and Data Specifications 1.0 (RIFF, WAVE);
 *   EBU Tech 3306 (RF64), https://tech.ebu.ch/docs/tech/tech3306.pdf; ITU-R BS.2088 (BW64)
 */
export function parseWav(bytes: Uint8Array): SampleLayout {
  requireFormat(bytes, 'wav');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { format, data } = findChunks(bytes, view);
  const fields = readWavFields(view, format);
  const width = sampleWidth(bytes, data, fields);
  const frameBytes = fields.nChannels * width;
  const bytesFound = bytes.length - data.start;
  if (data.size > bytesFound) {
    throw new AudioError(
      'truncated-file',
      `Expected ${Math.floor(data.size / frameBytes)} samples as the header declares, ` +
        `found ${Math.floor(bytesFound / frameBytes)}. Download or copy the file again.`,
    );
  }
  return layoutOf(fields, width, { dataStart: data.start, nSamples: Math.floor(data.size / frameBytes) });
}
