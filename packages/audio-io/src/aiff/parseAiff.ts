import { requireFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { type Reading, readNow, viewAt } from '../source/reading.js';
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
  return readNow(bytes, aiffLayout(bytes.length));
}

/** `parseAiff` of a file of this size that is known to be AIFF or AIFF-C. */
export function* aiffLayout(fileSize: number): Reading<SampleLayout> {
  const { common, sound } = yield* findAiffChunks(fileSize);
  const commonView = yield* viewAt(common.start, common.start + mostCommonBytes);
  const { nDeclared, ...format } = parseAiffFormat(commonView, common);
  if (sound.start + soundHeader > fileSize) {
    throw truncatedAiff('an `SSND` chunk', `${fileSize - sound.start} bytes of it`);
  }
  const offset = (yield* viewAt(sound.start, sound.start + 4)).getUint32(0);
  const dataStart = sound.start + soundHeader + offset;
  const bytesFound = Math.max(0, fileSize - dataStart);
  const bytesDeclared = Math.max(0, sound.start + sound.size - dataStart);
  const frameBytes = format.nChannels * format.bytesPerSample;
  const isOpen = yield* isStreamed(fileSize, sound);
  const nSamples = Math.floor((isOpen ? bytesFound : Math.min(bytesDeclared, bytesFound)) / frameBytes);
  const nExpected = Math.max(nDeclared, Math.floor(bytesDeclared / frameBytes));
  if (!isOpen && nExpected > nSamples) throw truncatedAiff(`${nExpected} samples`, nSamples);
  return { ...format, dataStart: Math.min(dataStart, fileSize), nSamples };
}

/** Bytes of the `COMM` chunk that are read: those of AIFF and the compression type of AIFF-C. */
const mostCommonBytes = 22;

/**
 * Whether the writer could not seek back to complete the header, so that the samples extend to the end of the file.
 * ffmpeg then leaves sizes of 0; SoX leaves a size of 0x7f000000 or more.
 */
function* isStreamed(fileSize: number, sound: AiffChunk): Reading<boolean> {
  const isCompleted = (yield* viewAt(4, 8)).getUint32(0) + 8 === fileSize;
  const isGuess = sound.size >= 0x7f000000 && sound.start + sound.size > fileSize;
  return isGuess || (sound.size === 0 && !isCompleted);
}
