import type { BitReader } from './bitReader.js';
import { corruptFlac } from './corruptFlac.js';
import type { StreamInfo } from './streamInfo.js';

/** How the channels of a frame are coded: independently, or one as a difference. */
export type ChannelCoding = 'independent' | 'left-side' | 'side-right' | 'mid-side';

/** What the header of a FLAC frame says. */
export interface FrameHeader {
  /** Samples per channel in this frame, 1 to 65536. */
  readonly blockSize: number;
  readonly channelCoding: ChannelCoding;
}

/**
 * Reads a frame header up to its CRC-8, which the caller checks.
 *
 * @throws {SerError} `corrupt-file` for a reserved value, or if the sample rate, the bits per sample, or the number of
 *   channels differs from the stream's
 * @see RFC 9639, section 9.1
 */
export function readFrameHeader(reader: BitReader, info: StreamInfo): FrameHeader {
  if (reader.readUnsigned(15) !== syncCode) throw corruptFlac('no frame where one is expected');
  reader.readUnsigned(1); // blocking strategy: only needed to interpret the number below, which is skipped
  const blockSizeCode = reader.readUnsigned(4);
  const sampleRateCode = reader.readUnsigned(4);
  const channelsCode = reader.readUnsigned(4);
  const bitsCode = reader.readUnsigned(3);
  if (reader.readUnsigned(1) !== 0) throw corruptFlac('a reserved bit set in a frame header');
  skipCodedNumber(reader);
  const blockSize = readBlockSize(reader, blockSizeCode);
  const sampleRate = readSampleRate(reader, sampleRateCode, info.sampleRate);
  if (sampleRate !== info.sampleRate) throw changed('sample rate', info.sampleRate, sampleRate);
  const bits = bitsPerSample(bitsCode, info.bitsPerSample);
  if (bits !== info.bitsPerSample) throw changed('bits per sample', info.bitsPerSample, bits);
  const nChannels = channelsCode < 8 ? channelsCode + 1 : 2;
  if (nChannels !== info.nChannels) throw changed('number of channels', info.nChannels, nChannels);
  return { blockSize, channelCoding: channelCoding(channelsCode) };
}

/** Fourteen sync bits and a reserved zero. */
const syncCode = 0x7ffc;

/** The frame or sample number, coded like UTF-8 but with up to 36 bits. */
function skipCodedNumber(reader: BitReader): void {
  const first = reader.readUnsigned(8);
  const ones = Math.clz32(~(first << 24));
  if (ones === 1 || ones > 7) throw corruptFlac('a malformed frame number');
  for (let i = 1; i < ones; i++) {
    if (reader.readUnsigned(8) >> 6 !== 2) throw corruptFlac('a malformed frame number');
  }
}

function readBlockSize(reader: BitReader, code: number): number {
  if (code === 0) throw corruptFlac('a reserved block size');
  if (code === 1) return 192;
  if (code <= 5) return 144 << code;
  if (code === 6) return reader.readUnsigned(8) + 1;
  if (code === 7) return reader.readUnsigned(16) + 1;
  return 1 << code;
}

const sampleRates = [88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000];

function readSampleRate(reader: BitReader, code: number, streamRate: number): number {
  if (code === 0) return streamRate;
  if (code === 12) return reader.readUnsigned(8) * 1000;
  if (code === 13) return reader.readUnsigned(16);
  if (code === 14) return reader.readUnsigned(16) * 10;
  const rate = sampleRates[code - 1];
  if (rate === undefined) throw corruptFlac('a reserved sample rate');
  return rate;
}

function bitsPerSample(code: number, streamBits: number): number {
  if (code === 0) return streamBits;
  const bits = [8, 12, undefined, 16, 20, 24, 32][code - 1];
  if (bits === undefined) throw corruptFlac('a reserved number of bits per sample');
  return bits;
}

function channelCoding(code: number): ChannelCoding {
  if (code < 8) return 'independent';
  const coding = (['left-side', 'side-right', 'mid-side'] as const)[code - 8];
  if (coding === undefined) throw corruptFlac('a reserved channel assignment');
  return coding;
}

function changed(what: string, before: number, now: number): Error {
  return corruptFlac(`a ${what} of ${now} in a stream of ${before}`);
}
