import { bytesAt, type Reading } from '../source/reading.js';
import { EndOfBits, readerMargin } from './bitReader.js';
import { corruptFlac } from './corruptFlac.js';
import type { DecodedFrame, FrameDecoder } from './frameDecoder.js';

/** Bytes that are read at once: about a hundred frames. */
const usualSize = 1 << 20;

/** No frame needs as much: 65536 samples of 8 channels and 33 bits take 2 MiB. */
const largestSize = 1 << 24;

/** A part of a FLAC file, in which frames are decoded one after the other. */
export class FrameWindow {
  readonly #fileSize: number;
  /** The bytes of the window, and the zeros that the decoder needs after them. */
  #bytes = new Uint8Array(readerMargin);
  #start = 0;
  #end = 0;

  constructor(fileSize: number) {
    this.#fileSize = fileSize;
  }

  /**
   * The bytes from `start` on, at least `size` of them unless the file ends before.
   *
   * @returns valid until the next call
   */
  *from(start: number, size: number): Reading<Uint8Array> {
    const isIn = start >= this.#start && Math.min(start + size, this.#fileSize) <= this.#end;
    if (!isIn) yield* this.#load(start, Math.max(size, usualSize));
    return this.#bytes.subarray(start - this.#start, this.#end - this.#start);
  }

  /**
   * Decodes the frame at `start`.
   *
   * @throws {EndOfBits} if the frame extends beyond the end of the file
   */
  *decode(decoder: FrameDecoder, start: number): Reading<DecodedFrame> {
    for (let size = usualSize / 16; ; size *= 2) {
      yield* this.from(start, size);
      try {
        return decoder.decode(this.#bytes, start - this.#start, this.#end - this.#start);
      } catch (error) {
        if (!(error instanceof EndOfBits) || this.#end === this.#fileSize) throw error;
        if (size > largestSize) throw corruptFlac(`a frame of more than ${largestSize} bytes`);
      }
    }
  }

  *#load(start: number, size: number): Reading<void> {
    const bytes = yield* bytesAt(start, Math.min(start + size, this.#fileSize));
    if (this.#bytes.length < bytes.length + readerMargin) {
      this.#bytes = new Uint8Array(bytes.length + readerMargin);
    }
    this.#bytes.set(bytes);
    this.#bytes.fill(0, bytes.length, bytes.length + readerMargin);
    this.#start = start;
    this.#end = start + bytes.length;
  }
}
