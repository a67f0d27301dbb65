import type { MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { EndOfBits, readerMargin } from './bitReader.js';
import { FrameDecoder } from './frameDecoder.js';
import { SampleSink } from './sampleSink.js';
import { parseStreamInfo, type StreamInfo } from './streamInfo.js';

/**
 * Decodes a FLAC file: 4 to 32 bits, 1 to 8 channels, any block size and predictor.
 *
 * Samples are scaled as in libsndfile: x / 2^(bits - 1). The CRC of each frame is checked. As in libFLAC, decoding ends
 * at the declared number of samples, although more may follow.
 *
 * @param bytes the whole file; tags before it are skipped
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
  while (start < bytes.length && !hasEnded(bytes, start, info, sink.nSamples)) {
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
  return { channels: sink.channels(expected), sampleRate: info.sampleRate };
}

/** Whether the frames have ended: all declared samples are there, or what follows is tags or zeros. */
function hasEnded(bytes: Uint8Array, start: number, info: StreamInfo, nSamples: number): boolean {
  if (info.nSamples !== undefined) {
    if (nSamples >= info.nSamples) return true;
    return bytes.length - start === 128 && hasTag(bytes, start, 'TAG');
  }
  return trailingTags.some((tag) => hasTag(bytes, start, tag)) || isZero(bytes, start);
}

/** How ID3v1, APEv2, Lyrics3, and ID3v2 tags begin. */
const trailingTags = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'] as const;

function isZero(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0 && bytes.subarray(start).every((byte) => byte === 0);
}

function truncatedFlac(expected: number | undefined, found: number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected ?? `more than ${found}`} samples, found ${found} in complete frames. ` +
      'Download or copy the file again.',
  );
}
