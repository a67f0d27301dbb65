import type { MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { EndOfBits, readerMargin } from './bitReader.js';
import { corruptFlac } from './corruptFlac.js';
import { FrameDecoder } from './frameDecoder.js';
import { isFrameStart } from './frameHeader.js';
import { SampleSink } from './sampleSink.js';
import { parseStreamInfo } from './streamInfo.js';

/**
 * Decodes a FLAC file: 4 to 32 bits, 1 to 8 channels, any block size and predictor.
 *
 * Samples are scaled as in libsndfile: x / 2^(bits - 1). The CRC of each frame is checked.
 *
 * @param bytes the whole file; an ID3v2 tag before it is skipped
 * @throws {SerError} `truncated-file` if the file has fewer samples than declared or a frame is cut off;
 *   `corrupt-file`, or as `decodeAudio` if it is not a FLAC file
 * @see RFC 9639, https://www.rfc-editor.org/rfc/rfc9639
 *
 * @example
 * const { channels, sampleRate } = decodeFlac(bytes);
 */
export function decodeFlac(bytes: Uint8Array): MultichannelAudio {
  const info = parseStreamInfo(bytes);
  const decoder = new FrameDecoder(info);
  const sink = new SampleSink(info, bytes.length);
  const padded = new Uint8Array(bytes.length + readerMargin);
  padded.set(bytes);
  let start = info.framesStart;
  while (start < bytes.length && !isTrailer(bytes, start, sink.nSamples === info.nSamples)) {
    try {
      const frame = decoder.decode(padded, start, bytes.length);
      sink.write(frame);
      start += frame.nBytes;
    } catch (error) {
      throw error instanceof EndOfBits ? truncatedFlac(info.nSamples, sink.nSamples) : error;
    }
  }
  const expected = info.nSamples ?? sink.nSamples;
  if (sink.nSamples < expected) throw truncatedFlac(expected, sink.nSamples);
  if (sink.nSamples > expected)
    throw corruptFlac(`${sink.nSamples} samples where the header declares ${expected}`);
  return { channels: sink.channels(), sampleRate: info.sampleRate };
}

/** Whether the frames have ended: what follows is not a frame, or is an ID3v1 tag. */
function isTrailer(bytes: Uint8Array, start: number, isComplete: boolean): boolean {
  if (isComplete) return !isFrameStart(bytes, start);
  return bytes.length - start === 128 && String.fromCharCode(...bytes.subarray(start, start + 3)) === 'TAG';
}

function truncatedFlac(expected: number | undefined, found: number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected ?? `more than ${found}`} samples, found ${found} in complete frames. ` +
      'Download or copy the file again.',
  );
}
