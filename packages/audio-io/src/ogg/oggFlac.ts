import type { MultichannelAudio } from '@ser/dsp';
import { decodeFlac } from '../flac/decodeFlac.js';
import { flacInfo } from '../flac/flacInfo.js';
import type { AudioHeader } from '../header/audioInfo.js';
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
export function decodeOggFlac(bytes: Uint8Array): MultichannelAudio {
  return joined(oggStreams(bytes).map((stream) => decodeFlac(nativeFlac(stream))));
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
