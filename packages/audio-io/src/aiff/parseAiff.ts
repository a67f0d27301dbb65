import { requireFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { truncatedAiff } from './aiffErrors.js';
import { parseAiffFormat } from './aiffFormat.js';
import { type AiffChunk, findAiffChunks } from './findAiffChunks.js';

/** Bytes between the start of an `SSND` chunk and its samples, before the offset that the chunk itself declares. */
const soundHeader = 8;

/**
 * Reads the header of an AIFF or AIFF-C file, with chunks in any order.
 *
 * As in libsndfile, the size of the `SSND` chunk determines the number of samples; a lower count in `COMM` is ignored.
 *
 * @throws {SerError} `truncated-file` if the file has fewer samples than declared; `corrupt-file`,
 *   `unsupported-format`
 * @see Audio Interchange File Format 1.3; Draft Audio Interchange File Format C (Apple, 1989, 1991)
 */
export function parseAiff(bytes: Uint8Array): SampleLayout {
  requireFormat(bytes, 'aiff');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { common, sound } = findAiffChunks(bytes, view);
  const { nDeclared, ...format } = parseAiffFormat(view, common);
  if (sound.start + soundHeader > bytes.length) {
    throw truncatedAiff('an `SSND` chunk', `${bytes.length - sound.start} bytes of it`);
  }
  const dataStart = sound.start + soundHeader + view.getUint32(sound.start);
  const bytesFound = Math.max(0, bytes.length - dataStart);
  const bytesDeclared = Math.max(0, sound.start + sound.size - dataStart);
  const frameBytes = format.nChannels * format.bytesPerSample;
  const isOpen = isStreamed(view, sound);
  const nSamples = Math.floor((isOpen ? bytesFound : Math.min(bytesDeclared, bytesFound)) / frameBytes);
  const nExpected = Math.max(nDeclared, Math.floor(bytesDeclared / frameBytes));
  if (!isOpen && nExpected > nSamples) throw truncatedAiff(`${nExpected} samples`, nSamples);
  return { ...format, dataStart: Math.min(dataStart, bytes.length), nSamples };
}

/**
 * Whether the writer could not seek back to complete the header, so that the samples extend to the end of the file.
 * ffmpeg then leaves sizes of 0; SoX leaves a size of 0x7f000000 or more.
 */
function isStreamed(view: DataView, sound: AiffChunk): boolean {
  const isCompleted = view.getUint32(4) + 8 === view.byteLength;
  const isGuess = sound.size >= 0x7f000000 && sound.start + sound.size > view.byteLength;
  return isGuess || (sound.size === 0 && !isCompleted);
}
