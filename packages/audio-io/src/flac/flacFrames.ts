import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import type { Reading } from '../source/reading.js';
import { EndOfBits } from './bitReader.js';
import { type DecodedFrame, FrameDecoder } from './frameDecoder.js';
import { FrameWindow } from './frameWindow.js';
import type { StreamInfo } from './streamInfo.js';

/** The frames of a FLAC stream in order. Memory is a part of the file, however long it is. */
export class FlacFrames {
  readonly #info: StreamInfo;
  readonly #fileSize: number;
  readonly #decoder: FrameDecoder;
  readonly #window: FrameWindow;
  #start: number;
  #nSamples = 0;

  constructor(info: StreamInfo, fileSize: number) {
    this.#info = info;
    this.#fileSize = fileSize;
    this.#decoder = new FrameDecoder(info);
    this.#window = new FrameWindow(fileSize);
    this.#start = info.framesStart;
  }

  /**
   * The next frame; the last one is cut to the declared number of samples.
   *
   * @returns valid until the next call; `undefined` at the end of the stream
   * @throws {SerError} `truncated-file` if there are fewer samples than declared or the frame is cut off;
   *   `corrupt-file`
   */
  *next(): Reading<DecodedFrame | undefined> {
    if (yield* this.#hasEnded()) {
      if (this.#nSamples < (this.#info.nSamples ?? 0)) throw this.#truncated();
      return undefined;
    }
    try {
      const frame = yield* this.#window.decode(this.#decoder, this.#start);
      this.#start += frame.nBytes;
      const nWanted = (this.#info.nSamples ?? Infinity) - this.#nSamples;
      const blockSize = Math.min(frame.blockSize, nWanted);
      this.#nSamples += blockSize;
      return { ...frame, blockSize };
    } catch (error) {
      throw error instanceof EndOfBits ? this.#truncated() : error;
    }
  }

  /** Whether the frames have ended: all declared samples are there, or what follows is tags or zeros. */
  *#hasEnded(): Reading<boolean> {
    const { nSamples } = this.#info;
    const nLeft = this.#fileSize - this.#start;
    if (nLeft <= 0 || this.#nSamples >= (nSamples ?? Infinity)) return true;
    if (nSamples !== undefined && nLeft !== id3v1Size) return false;
    const next = yield* this.#window.from(this.#start, longestTag);
    if (nSamples !== undefined) return hasTag(next, 0, 'TAG');
    return trailingTags.some((tag) => hasTag(next, 0, tag)) || (yield* this.#isZero());
  }

  *#isZero(): Reading<boolean> {
    let start = this.#start;
    while (start < this.#fileSize) {
      const bytes = yield* this.#window.from(start, 1);
      const other = bytes.findIndex((byte) => byte !== 0);
      if (other !== -1) return false;
      start += bytes.length;
    }
    return true;
  }

  #truncated(): AudioError {
    const found = this.#nSamples;
    return new AudioError(
      'truncated-file',
      `Expected ${this.#info.nSamples ?? `more than ${found}`} samples, found ${found} in complete frames. ` +
        'Download or copy the file again.',
    );
  }
}

const id3v1Size = 128;

/** How ID3v1, APEv2, Lyrics3, and ID3v2 tags begin. */
const trailingTags = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'] as const;
const longestTag = 11;
