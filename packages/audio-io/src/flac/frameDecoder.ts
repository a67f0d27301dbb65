import { BitReader } from './bitReader.js';
import { crc16, crc8 } from './checksums.js';
import { corruptFlac } from './corruptFlac.js';
import { readFrameHeader, type ChannelCoding, type FrameHeader } from './frameHeader.js';
import type { SampleBlock } from './predictor.js';
import type { StreamInfo } from './streamInfo.js';
import { readSubframe } from './subframe.js';

/** A decoded frame, valid until the next one is decoded. */
export interface DecodedFrame {
  /** Integer samples of each channel; only the first `blockSize` are valid. */
  readonly blocks: readonly SampleBlock[];
  readonly blockSize: number;

  /** Length of the frame, in bytes. */
  readonly nBytes: number;
}

/** Above this number of bits, differences and mid samples are kept in float64, where they are exact too. */
const widestInt32 = 28;

/** Decodes the frames of one FLAC stream one at a time, into blocks that it reuses. */
export class FrameDecoder {
  readonly #info: StreamInfo;
  #blocks: SampleBlock[] = [];
  #residual = new Int32Array(0);

  constructor(info: StreamInfo) {
    this.#info = info;
  }

  /**
   * Decodes the frame at `start`.
   *
   * @param bytes the stream up to `end`, followed by `readerMargin` zero bytes
   * @throws {EndOfBits} if the frame extends beyond `end`
   * @throws {SerError} `corrupt-file` if a checksum or a field is wrong
   * @see RFC 9639, section 9
   */
  decode(bytes: Uint8Array, start: number, end: number): DecodedFrame {
    const reader = new BitReader(bytes, start, end);
    const header = readFrameHeader(reader, this.#info);
    const headerEnd = start + reader.bytePosition;
    if (reader.readUnsigned(8) !== crc8(bytes, start, headerEnd))
      throw corruptFlac('a frame header with a wrong CRC-8');
    this.#readSubframes(reader, header);
    reader.alignToByte();
    const frameEnd = start + reader.bytePosition;
    if (reader.readUnsigned(16) !== crc16(bytes, start, frameEnd))
      throw corruptFlac('a frame with a wrong CRC-16');
    decorrelate(this.#blocks, header);
    return { blocks: this.#blocks, blockSize: header.blockSize, nBytes: reader.bytePosition };
  }

  #readSubframes(reader: BitReader, { blockSize, channelCoding }: FrameHeader): void {
    this.#reserve(blockSize);
    const side = sideChannel(channelCoding);
    this.#blocks.forEach((block, channel) => {
      const bits = this.#info.bitsPerSample + (channel === side ? 1 : 0);
      readSubframe(reader, { block, residual: this.#residual, blockSize, bits });
    });
  }

  #reserve(blockSize: number): void {
    if (this.#residual.length >= blockSize) return;
    const { nChannels, bitsPerSample } = this.#info;
    const Block = bitsPerSample <= widestInt32 ? Int32Array : Float64Array;
    this.#residual = new Int32Array(blockSize);
    this.#blocks = Array.from({ length: nChannels }, () => new Block(blockSize));
  }
}

/** The channel that contains left minus right, which needs one more bit; -1 if there is none. */
function sideChannel(coding: ChannelCoding): number {
  if (coding === 'independent') return -1;
  return coding === 'side-right' ? 0 : 1;
}

/**
 * Converts differences back to left and right, in place.
 *
 * @see RFC 9639, section 4.2
 */
function decorrelate(blocks: readonly SampleBlock[], { blockSize, channelCoding }: FrameHeader): void {
  const first = blocks[0]!;
  const second = blocks[1]!;
  if (channelCoding === 'left-side') {
    for (let i = 0; i < blockSize; i++) second[i] = first[i]! - second[i]!;
  } else if (channelCoding === 'side-right') {
    for (let i = 0; i < blockSize; i++) first[i] = first[i]! + second[i]!;
  } else if (channelCoding === 'mid-side') {
    for (let i = 0; i < blockSize; i++) {
      const side = second[i]!;
      // the bit that halving removed from the mid is the lowest bit of the side
      const left = first[i]! + (side + (side & 1)) / 2;
      first[i] = left;
      second[i] = left - side;
    }
  }
}
