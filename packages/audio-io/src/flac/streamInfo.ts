import { AudioError } from '../errors.js';
import { audioStart } from '../bytes/audioStart.js';
import { requireFormat } from '../format/recognizeFormat.js';
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
 * Reads the STREAMINFO block and finds the first frame; the other metadata blocks are skipped.
 *
 * @throws {SerError} `truncated-file`, `corrupt-file`
 * @see RFC 9639, section 8, https://www.rfc-editor.org/rfc/rfc9639
 */
export function parseStreamInfo(bytes: Uint8Array): StreamInfo {
  requireFormat(bytes, 'flac');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = audioStart(bytes) + 4;
  const framesStart = skipMetadata(view, first);
  if ((view.getUint8(first) & 0x7f) !== 0 || framesStart < first + 4 + streamInfoSize) {
    throw corruptFlac('metadata without a STREAMINFO block at the beginning');
  }
  return { ...readStreamInfo(view, first + 4), framesStart };
}

/** Follows the chain of metadata blocks. Each header contains a flag for the last one, a type, and a size. */
function skipMetadata(view: DataView, first: number): number {
  let start = first;
  for (;;) {
    if (start + 4 > view.byteLength) throw truncatedMetadata(start + 4, view.byteLength);
    const header = view.getUint32(start);
    start += 4 + (header & 0xffffff);
    if (start > view.byteLength) throw truncatedMetadata(start, view.byteLength);
    if (header >>> 31 === 1) return start;
  }
}

function readStreamInfo(view: DataView, start: number): Omit<StreamInfo, 'framesStart'> {
  const packed = view.getUint32(start + 10);
  const sampleRate = packed >>> 12;
  const nChannels = ((packed >>> 9) & 7) + 1;
  const bitsPerSample = ((packed >>> 4) & 31) + 1;
  const nSamples = (packed & 15) * 2 ** 32 + view.getUint32(start + 14);
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
