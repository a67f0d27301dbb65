import { AudioError } from '../errors.js';
import { findAudioStart } from '../bytes/audioStart.js';
import { type Reading, viewAt } from '../source/reading.js';
import { corruptFlac } from './corruptFlac.js';

/** What the STREAMINFO block of a FLAC file says. */
export interface StreamInfo {
  /** In Hz. */
  readonly sampleRate: number;

  /** 1 to 8. */
  readonly nChannels: number;

  /** 4 to 32. */
  readonly bitsPerSample: number;

  /** Samples per channel; `undefined` if the encoder did not know. */
  readonly nSamples: number | undefined;

  /** Offset of the first frame, in bytes. */
  readonly framesStart: number;
}

const streamInfoSize = 34;

/**
 * Reads the STREAMINFO block of a file of this size that is known to be FLAC, and finds the first frame; the other
 * metadata blocks are skipped.
 *
 * @throws {SerError} `truncated-file`, `corrupt-file`
 * @see RFC 9639, section 8, https://www.rfc-editor.org/rfc/rfc9639
 */
export function* streamInfo(fileSize: number): Reading<StreamInfo> {
  const first = (yield* findAudioStart(fileSize)) + 4;
  const framesStart = yield* skipMetadata(fileSize, first);
  const view = yield* viewAt(first, first + 4 + streamInfoSize);
  if ((view.getUint8(0) & 0x7f) !== 0 || framesStart < first + 4 + streamInfoSize) {
    throw corruptFlac('metadata without a STREAMINFO block at the beginning');
  }
  return { ...fieldsOf(view), framesStart };
}

/** Follows the chain of metadata blocks. Each header contains a flag for the last one, a type, and a size. */
function* skipMetadata(fileSize: number, first: number): Reading<number> {
  let start = first;
  for (;;) {
    if (start + 4 > fileSize) throw truncatedMetadata(start + 4, fileSize);
    const header = (yield* viewAt(start, start + 4)).getUint32(0);
    start += 4 + (header & 0xffffff);
    if (start > fileSize) throw truncatedMetadata(start, fileSize);
    if (header >>> 31 === 1) return start;
  }
}

/** @param view the STREAMINFO block with its header of four bytes */
function fieldsOf(view: DataView): Omit<StreamInfo, 'framesStart'> {
  const packed = view.getUint32(14);
  const sampleRate = packed >>> 12;
  const nChannels = ((packed >>> 9) & 7) + 1;
  const bitsPerSample = ((packed >>> 4) & 31) + 1;
  const nSamples = (packed & 15) * 2 ** 32 + view.getUint32(18);
  if (sampleRate === 0) throw corruptFlac('a sample rate of 0');
  if (bitsPerSample < 4) throw corruptFlac(`${bitsPerSample} bits per sample, where 4 to 32 are allowed`);
  return { sampleRate, nChannels, bitsPerSample, nSamples: nSamples === 0 ? undefined : nSamples };
}

function truncatedMetadata(expected: number, found: number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected at least ${expected} bytes of FLAC metadata, found ${found}. Download or copy the file again.`,
  );
}
