import { corruptFlac } from './corruptFlac.js';

/** Zero bytes that must follow the readable ones, so that reading 40 bits ahead needs no bounds check. */
export const readerMargin = 8;

/** Thrown when the bytes end too early; the caller knows what is cut off. */
export class EndOfBits extends Error {}

/**
 * Reads bits, most significant first, from `start` up to `end` of `bytes`.
 *
 * `bytes` must have {@link readerMargin} zero bytes after `end`. The position is relative to `start`, so that it stays a
 * small integer in a long file.
 */
export class BitReader {
  #bit = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #nBits: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes.subarray(start, end + readerMargin);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    this.#nBits = (end - start) * 8;
  }

  /** Number of bytes read so far, including a partly read one. */
  get bytePosition(): number {
    return (this.#bit + 7) >>> 3;
  }

  /** Skips to the next byte boundary. */
  alignToByte(): void {
    this.#bit = this.bytePosition * 8;
  }

  /** An unsigned integer of 0 to 32 bits. */
  readUnsigned(width: number): number {
    if (width === 0) return 0;
    const word = this.#peek();
    this.#skip(width);
    return word >>> (32 - width);
  }

  /** A two's complement integer of 1 to 33 bits. */
  readSigned(width: number): number {
    if (width > 32) return this.readSigned(width - 32) * 2 ** 32 + this.readUnsigned(32);
    const word = this.#peek();
    this.#skip(width);
    return word >> (32 - width);
  }

  /** The number of 0 bits before the next 1 bit, which is consumed too. */
  readUnary(): number {
    let zeros = 0;
    let word = this.#peek();
    while (word === 0) {
      this.#skip(32);
      zeros += 32;
      word = this.#peek();
    }
    const last = Math.clz32(word);
    this.#skip(last + 1);
    return zeros + last;
  }

  /**
   * Fills `output[from..to)` with Rice-coded integers of the given parameter, 0 to 30.
   *
   * @see RFC 9639, section 9.2.7.1
   */
  readRice(output: Int32Array, from: number, to: number, parameter: number): void {
    const bytes = this.#bytes;
    const view = this.#view;
    let bit = this.#bit;
    for (let i = from; i < to; i++) {
      // `#peek` inlined: this is the decoder's innermost loop
      const p = bit >>> 3;
      const shift = bit & 7;
      const word = (view.getInt32(p) << shift) | (bytes[p + 4]! >> (8 - shift));
      const zeros = Math.clz32(word);
      const length = zeros + 1 + parameter;
      if (length <= 32) {
        bit += length;
        const low = (((word << zeros) << 1) >>> 1) >>> (31 - parameter);
        const folded = (zeros << parameter) | low;
        output[i] = (folded >>> 1) ^ -(folded & 1);
      } else {
        this.#bit = bit;
        output[i] = this.#readLongRice(parameter);
        bit = this.#bit;
      }
    }
    this.#bit = bit;
    this.#skip(0);
  }

  /** A Rice code longer than 32 bits, whose value may exceed int32 before it is unfolded. */
  #readLongRice(parameter: number): number {
    const folded = this.readUnary() * 2 ** parameter + this.readUnsigned(parameter);
    if (folded >= 2 ** 32) throw corruptFlac('a residual beyond 32 bits');
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** The next 32 bits, as an int32. */
  #peek(): number {
    const bytes = this.#bytes;
    const bit = this.#bit;
    const p = bit >>> 3;
    const shift = bit & 7;
    const word = (bytes[p]! << 24) | (bytes[p + 1]! << 16) | (bytes[p + 2]! << 8) | bytes[p + 3]!;
    return (word << shift) | (bytes[p + 4]! >> (8 - shift));
  }

  #skip(width: number): void {
    this.#bit += width;
    if (this.#bit > this.#nBits) throw new EndOfBits();
  }
}
