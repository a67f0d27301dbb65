import { corruptAlac } from './corruptAlac.js';

/** Reads bits, most significant first. Reading past the end throws `corrupt-file`. */
export class AlacBits {
  readonly #bytes: Uint8Array;
  readonly #nBits: number;

  /** Position in bits. */
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#nBits = 8 * bytes.length;
  }

  /** The next 32 bits as an int32; zeros follow the end. */
  peek(): number {
    const bytes = this.#bytes;
    const p = this.at >>> 3;
    const shift = this.at & 7;
    const word =
      ((bytes[p] ?? 0) << 24) |
      ((bytes[p + 1] ?? 0) << 16) |
      ((bytes[p + 2] ?? 0) << 8) |
      (bytes[p + 3] ?? 0);
    return shift === 0 ? word : (word << shift) | ((bytes[p + 4] ?? 0) >> (8 - shift));
  }

  skip(width: number): void {
    this.at += width;
    if (this.at > this.#nBits) throw corruptAlac('a packet that is cut off');
  }

  /** An unsigned integer of 0 to 32 bits. */
  unsigned(width: number): number {
    const word = this.peek();
    this.skip(width);
    return width === 0 ? 0 : word >>> (32 - width);
  }

  /** A two's complement integer of 1 to 32 bits. */
  signed(width: number): number {
    const word = this.peek();
    this.skip(width);
    return word >> (32 - width);
  }

  get nLeft(): number {
    return this.#nBits - this.at;
  }

  alignToByte(): void {
    this.at = (this.at + 7) & ~7;
  }
}
