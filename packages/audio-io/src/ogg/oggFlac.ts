import type { MultichannelAudio } from '@ser/dsp';
import type { BlockReader } from '../blocks/blockReader.js';
import { decodeFlac } from '../flac/decodeFlac.js';
import { flacBlocks } from '../flac/flacBlocks.js';
import { flacInfo } from '../flac/flacInfo.js';
import type { AudioHeader } from '../header/audioInfo.js';
import type { LengthLimit } from '../limits.js';
import { bytesAt, type Reading, readNow } from '../source/reading.js';
import { joined, requireSameShape } from './chained.js';
import { type OggStream, oggStreams } from './oggStreams.js';
import { joinBytes } from './packets.js';

/** Bytes before the native stream: a packet type, `FLAC`, a version (2 bytes), the number of headers (2 bytes). */
const mappingSize = 9;

/**
 * Decodes the FLAC streams of an Ogg file, whose packets are the native headers and frames in order.
 *
 * @throws {SerError} as `oggStreams` and `decodeFlac`
 * @see RFC 9639, section 10.1, https://www.rfc-editor.org/rfc/rfc9639
 */
export function decodeOggFlac(bytes: Uint8Array, limit?: LengthLimit): MultichannelAudio {
  return joined(oggStreams(bytes).map((stream) => decodeFlac(nativeFlac(stream), limit)));
}

/** An Ogg FLAC file of this size as blocks. The compressed file is read as a whole. */
export function* oggFlacBlocks(fileSize: number): Reading<BlockReader> {
  const files = oggStreams(yield* bytesAt(0, fileSize)).map(nativeFlac);
  const readers = files.map((file) => readNow(file, flacBlocks(file.length)));
  requireSameShape(readers);
  const counts = readers.map(({ nSamples }) => nSamples);
  return {
    sampleRate: readers[0]!.sampleRate,
    nChannels: readers[0]!.nChannels,
    nSamples: counts.reduce((sum, count) => sum && count && sum + count, 0),
    // eslint-disable-next-line require-yield -- the streams are in memory
    *next() {
      while (readers.length > 0) {
        const block = readNow(files[0]!, readers[0]!.next());
        if (block !== undefined) return block;
        readers.shift();
        files.shift();
      }
      return undefined;
    },
  };
}

/** The header of an Ogg FLAC file. */
export function oggFlacInfo(bytes: Uint8Array): AudioHeader {
  const headers = oggStreams(bytes).map((stream) => flacInfo(nativeFlac(stream)));
  requireSameShape(headers);
  return { ...headers[0]!, nSamples: headers.reduce((sum, { nSamples }) => sum + nSamples, 0) };
}

function nativeFlac(stream: OggStream): Uint8Array {
  return joinBytes(stream.map(({ content }) => content)).subarray(mappingSize);
}
