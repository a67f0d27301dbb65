import { corruptFlac } from './corruptFlac.js';

/** Zero bytes that must follow the readable ones, so that looking 40 bits ahead needs no bounds check. */
export const readerMargin = 8;

/** Thrown when the bytes end before the bits asked for: the caller knows what is cut off. */
export class EndOfBits extends Error {}

/**
 * Reads bits, most significant first, from `start` up to `end` of `bytes`.
 *
 * `bytes` must go on for {@link readerMargin} zero bytes after `end`. Its position counts from `start`, so
 * that it stays a small integer in a long file.
 */
export class BitReader {
  private bit = 0;
  private readonly bytes: Uint8Array;
  private readonly nBits: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes.subarray(start, end + readerMargin);
    this.nBits = (end - start) * 8;
  }

  /** Bytes begun so far. */
  get bytePosition(): number {
    return (this.bit + 7) >>> 3;
  }

  /** Goes on to the next whole byte. */
  alignToByte(): void {
    this.bit = this.bytePosition * 8;
  }

  /** An unsigned integer of 0 to 32 bits. */
  readUnsigned(width: number): number {
    if (width === 0) return 0;
    const word = this.peek();
    this.skip(width);
    return word >>> (32 - width);
  }

  /** A two's complement integer of 1 to 33 bits. */
  readSigned(width: number): number {
    if (width > 32) return this.readSigned(width - 32) * 2 ** 32 + this.readUnsigned(32);
    const word = this.peek();
    this.skip(width);
    return word >> (32 - width);
  }

  /** The number of 0 bits before the next 1 bit, which is taken too. */
  readUnary(): number {
    let zeros = 0;
    let word = this.peek();
    while (word === 0) {
      this.skip(32);
      zeros += 32;
      word = this.peek();
    }
    const last = Math.clz32(word);
    this.skip(last + 1);
    return zeros + last;
  }

  /**
   * Fills `output[from..to)` with Rice-coded integers of the given parameter, 0 to 30.
   *
   * @see RFC 9639, section 9.2.7.1
   */
  readRice(output: Int32Array, from: number, to: number, parameter: number): void {
    const { bytes } = this;
    let { bit } = this;
    for (let i = from; i < to; i++) {
      // `peek` by hand: this is the decoder's innermost loop
      const p = bit >>> 3;
      const shift = bit & 7;
      const word =
        (((bytes[p]! << 24) | (bytes[p + 1]! << 16) | (bytes[p + 2]! << 8) | bytes[p + 3]!) << shift) |
        (bytes[p + 4]! >> (8 - shift));
      const zeros = Math.clz32(word);
      const length = zeros + 1 + parameter;
      if (length <= 32) {
        bit += length;
        const low = (((word << zeros) << 1) >>> 1) >>> (31 - parameter);
        const folded = (zeros << parameter) | low;
        output[i] = (folded >>> 1) ^ -(folded & 1);
      } else {
        this.bit = bit;
        output[i] = this.readLongRice(parameter);
        bit = this.bit;
      }
    }
    this.bit = bit;
    this.skip(0);
  }

  /** A Rice code longer than 32 bits, whose value may leave int32 before it is unfolded. */
  private readLongRice(parameter: number): number {
    const folded = this.readUnary() * 2 ** parameter + this.readUnsigned(parameter);
    if (folded >= 2 ** 32) throw corruptFlac('a residual beyond 32 bits');
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** The next 32 bits, as an int32. */
  private peek(): number {
    const { bytes, bit } = this;
    const p = bit >>> 3;
    const shift = bit & 7;
    const word = (bytes[p]! << 24) | (bytes[p + 1]! << 16) | (bytes[p + 2]! << 8) | bytes[p + 3]!;
    return (word << shift) | (bytes[p + 4]! >> (8 - shift));
  }

  private skip(width: number): void {
    this.bit += width;
    if (this.bit > this.nBits) throw new EndOfBits();
  }
}
