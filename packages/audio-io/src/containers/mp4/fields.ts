import { corruptContainer } from '../containerErrors.js';
import { viewOf } from './boxes.js';

/** Name in messages. */
export const mp4 = 'MP4';

/** Reads the fields of a box, in order. Reading past its end throws `corrupt-file`. */
export class Fields {
  readonly #view: DataView;
  readonly #type: string;
  #at = 0;

  constructor(content: Uint8Array, type: string) {
    this.#view = viewOf(content);
    this.#type = type;
  }

  /** Bytes that are left. */
  get nLeft(): number {
    return this.#view.byteLength - this.#at;
  }

  /** An unsigned integer of 1, 2, 3, 4, or 8 bytes. */
  unsigned(size: 1 | 2 | 3 | 4 | 8): number {
    const at = this.#take(size);
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at);
    if (size === 3) return this.#view.getUint8(at) * 65536 + this.#view.getUint16(at + 1);
    if (size === 4) return this.#view.getUint32(at);
    return this.#view.getUint32(at) * 2 ** 32 + this.#view.getUint32(at + 4);
  }

  signed32(): number {
    return this.#view.getInt32(this.#take(4));
  }

  signed64(): number {
    const at = this.#take(8);
    return this.#view.getInt32(at) * 2 ** 32 + this.#view.getUint32(at + 4);
  }

  float64(): number {
    return this.#view.getFloat64(this.#take(8));
  }

  skip(nBytes: number): void {
    this.#take(nBytes);
  }

  /** The bytes that are left. */
  rest(): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, this.nLeft);
  }

  #take(nBytes: number): number {
    if (nBytes > this.nLeft) {
      throw corruptContainer(mp4, `${nBytes} more bytes in a \`${this.#type}\` box`, this.nLeft);
    }
    const at = this.#at;
    this.#at += nBytes;
    return at;
  }
}
