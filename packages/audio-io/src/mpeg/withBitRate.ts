import { AudioError } from '../errors.js';
import { firstFrame, nextFrame } from './firstFrame.js';
import { bitRateIndex, type MpegHeader } from './mpegHeader.js';

/**
 * MPEG audio whose headers declare a bit rate, for decoders that do not read free format. Nothing else is changed, so
 * there must be a bit rate whose frames have the same size.
 *
 * @returns the same bytes if they are not of free format
 * @throws {SerError} `unsupported-format` if no bit rate has frames of this size
 */
export function withBitRate(bytes: Uint8Array): Uint8Array {
  const first = firstFrame(bytes);
  if (first?.freeSize === undefined) return bytes;
  const index = bitRateIndex(first);
  if (index === undefined) throw unsupportedSize(first);
  const copy = bytes.slice();
  let frame = nextFrame(bytes, first.start, bytes.length, first);
  while (frame !== undefined) {
    copy[frame.start + 2]! |= index << 4;
    frame = nextFrame(bytes, frame.start + frame.size, bytes.length, first);
  }
  return copy;
}

function unsupportedSize({ freeSize }: MpegHeader): AudioError {
  return new AudioError(
    'unsupported-format',
    `Expected MP3 with a bit rate of the standard, got free format with frames of ${freeSize} bytes. ` +
      'Convert it first: `ffmpeg -i in out.wav`.',
  );
}
