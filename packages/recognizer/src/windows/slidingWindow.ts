import type { AudioClip } from '@ser/dsp';
import type { WindowOptions } from './windowOptions.js';

/** A window of a stream. */
export interface AudioWindow {
  /** In seconds from the beginning of the stream. */
  readonly start: number;
  /** In seconds from the beginning of the stream. */
  readonly end: number;
  /** Valid until the next window is requested, which overwrites the samples. */
  readonly clip: AudioClip;
}

/**
 * Divides a stream of samples into windows. They start at 0, `hop`, `2 * hop`, …; the last one is the first that reaches
 * the end, and may be shorter. Memory is one window of samples, however long the stream.
 */
export class SlidingWindow {
  readonly #sampleRate: number;
  readonly #hop: number;
  /** The last samples received; sample `n` of the stream is at index `n % ring.length`. */
  readonly #ring: Float32Array;
  readonly #samples: Float32Array;
  #nReceived = 0;
  #nWindows = 0;

  constructor({ sampleRate, window, hop }: Required<WindowOptions> & { readonly sampleRate: number }) {
    this.#sampleRate = sampleRate;
    this.#hop = hop;
    this.#ring = new Float32Array(Math.round(window * sampleRate));
    this.#samples = new Float32Array(this.#ring.length);
  }

  /** Adds samples and returns the windows that they complete. */
  *push(samples: Float32Array): Generator<AudioWindow> {
    for (let done = 0; done < samples.length;) {
      const toEnd = this.#start + this.#ring.length - this.#nReceived;
      const piece = samples.subarray(done, done + Math.min(toEnd, this.#ring.length));
      this.#write(piece);
      done += piece.length;
      if (piece.length === toEnd) yield this.#cut();
    }
  }

  /** The window that is cut short by the end of the stream, if there is one. */
  *end(): Generator<AudioWindow> {
    const before = this.#startOf(this.#nWindows - 1) + this.#ring.length;
    const isCovered = this.#nWindows > 0 && before >= this.#nReceived;
    if (!isCovered && this.#start < this.#nReceived) yield this.#cut();
  }

  get #start(): number {
    return this.#startOf(this.#nWindows);
  }

  #startOf(index: number): number {
    return Math.round(index * this.#hop * this.#sampleRate);
  }

  #write(piece: Float32Array): void {
    const place = this.#nReceived % this.#ring.length;
    const fitting = piece.subarray(0, this.#ring.length - place);
    this.#ring.set(fitting, place);
    this.#ring.set(piece.subarray(fitting.length), 0);
    this.#nReceived += piece.length;
  }

  /** From the start of the window to the last sample received. */
  #cut(): AudioWindow {
    const start = this.#start;
    const samples = this.#samples.subarray(0, this.#nReceived - start);
    const place = start % this.#ring.length;
    const first = this.#ring.subarray(place, place + samples.length);
    samples.set(first);
    samples.set(this.#ring.subarray(0, samples.length - first.length), first.length);
    this.#nWindows++;
    const seconds = (sample: number) => sample / this.#sampleRate;
    return {
      start: seconds(start),
      end: seconds(this.#nReceived),
      clip: { samples, sampleRate: this.#sampleRate },
    };
  }
}
