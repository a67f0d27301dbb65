import type { MultichannelAudio } from '@ser/dsp';
import { requireFormat } from '../format/recognizeFormat.js';
import { LengthLimit } from '../limits.js';
import { readNow } from '../source/reading.js';
import { FlacFrames } from './flacFrames.js';
import { SampleSink } from './sampleSink.js';
import { streamInfo } from './streamInfo.js';

/**
 * Decodes a FLAC file: 4 to 32 bits, 1 to 8 channels, any block size and predictor.
 *
 * Samples are scaled as in libsndfile: x / 2^(bits - 1). The CRC of each frame is checked. As in libFLAC, decoding ends
 * at the declared number of samples, although more may follow.
 *
 * @param bytes the whole file; tags before it are skipped
 * @param limit the longest audio to decode
 * @throws {SerError} `truncated-file` if the file has fewer samples than declared or a frame is cut off;
 *   `corrupt-file`, `audio-too-long`, or as `decodeAudio` if it is not a FLAC file
 * @see RFC 9639, https://www.rfc-editor.org/rfc/rfc9639
 *
 * @example
 * const { channels, sampleRate } = decodeFlac(bytes);
 */
export function decodeFlac(bytes: Uint8Array, limit = new LengthLimit()): MultichannelAudio {
  requireFormat(bytes, 'flac');
  const info = readNow(bytes, streamInfo(bytes.length));
  limit.require(info.nSamples ?? 0, info.sampleRate);
  const frames = new FlacFrames(info, bytes.length);
  const sink = new SampleSink(info, bytes.length);
  for (let frame = readNow(bytes, frames.next()); frame; frame = readNow(bytes, frames.next())) {
    limit.require(sink.nSamples + frame.blockSize, info.sampleRate);
    sink.write(frame);
  }
  return { channels: sink.channels(), sampleRate: info.sampleRate };
}
