import { AudioError } from '../errors.js';

/**
 * The packets of a track: ranges of the file, in order. Nothing is copied.
 *
 * A hostile table can declare billions of packets that overlap or are empty. The packets together may not be larger than
 * the file, and there may not be more of them than bytes, so that memory is bounded.
 */
export class PacketList {
  readonly #bytes: Uint8Array;
  #starts = new Float64Array(64);
  #sizes = new Uint32Array(64);
  #length = 0;
  #nBytes = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Number of packets. */
  get length(): number {
    return this.#length;
  }

  /** Size of all packets together. */
  get nBytes(): number {
    return this.#nBytes;
  }

  /**
   * Adds the packet of `size` bytes at `start`.
   *
   * @throws {SerError} `truncated-file` if the file ends before; `corrupt-file` if the packets overlap
   */
  add(start: number, size: number): void {
    if (start + size > this.#bytes.length) {
      throw new AudioError(
        'truncated-file',
        `Expected a packet of ${size} bytes at byte ${start}, found the end of the file at ${this.#bytes.length}. ` +
          'Download or copy the file again.',
      );
    }
    if (this.#nBytes + size > this.#bytes.length || this.#length >= this.#bytes.length) {
      throw new AudioError(
        'corrupt-file',
        `Expected packets of at most ${this.#bytes.length} bytes together, got more: they overlap. ` +
          'Download or copy the file again.',
      );
    }
    if (this.#length === this.#starts.length) this.#grow();
    this.#starts[this.#length] = start;
    this.#sizes[this.#length] = size;
    this.#length += 1;
    this.#nBytes += size;
  }

  /** All packets in one array. */
  joined(): Uint8Array {
    const whole = new Uint8Array(this.#nBytes);
    let end = 0;
    for (const packet of this) {
      whole.set(packet, end);
      end += packet.length;
    }
    return whole;
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    for (let i = 0; i < this.#length; i++) yield this.#at(i);
  }

  #at(i: number): Uint8Array {
    const start = this.#starts[i]!;
    return this.#bytes.subarray(start, start + this.#sizes[i]!);
  }

  #grow(): void {
    const starts = new Float64Array(2 * this.#length);
    const sizes = new Uint32Array(2 * this.#length);
    starts.set(this.#starts);
    sizes.set(this.#sizes);
    this.#starts = starts;
    this.#sizes = sizes;
  }
}
