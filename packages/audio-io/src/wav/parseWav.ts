import { AudioError } from '../errors.js';
import { requireFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { type Reading, readNow, viewAt } from '../source/reading.js';
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
  return readNow(bytes, wavLayout(bytes.length));
}

/** `parseWav` of a file of this size that is known to be WAV. */
export function* wavLayout(fileSize: number): Reading<SampleLayout> {
  const { format, data } = yield* findChunks(fileSize);
  const fields = readWavFields(yield* viewAt(format.start, format.start + mostFormatBytes), format);
  const width = yield* sampleWidth(fileSize, data, fields);
  const frameBytes = fields.nChannels * width;
  const bytesFound = fileSize - data.start;
  if (data.size > bytesFound) {
    throw new AudioError(
      'truncated-file',
      `Expected ${Math.floor(data.size / frameBytes)} samples as the header declares, ` +
        `found ${Math.floor(bytesFound / frameBytes)}. Download or copy the file again.`,
    );
  }
  return layoutOf(fields, width, { dataStart: data.start, nSamples: Math.floor(data.size / frameBytes) });
}

/** Bytes of the longest `fmt ` chunk that is read. */
const mostFormatBytes = 40;
