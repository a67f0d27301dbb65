import type { AudioClip } from '@ser/dsp';

/** The last seconds of a stream of one channel, to teach the part that an answer was about. */
export class RecentAudio {
  readonly #sampleRate: number;
  readonly #kept: Float32Array;
  #received = 0;

  /** @param seconds to keep */
  constructor({ sampleRate, seconds }: { readonly sampleRate: number; readonly seconds: number }) {
    this.#sampleRate = sampleRate;
    this.#kept = new Float32Array(Math.ceil(seconds * sampleRate));
  }

  push(samples: Float32Array): void {
    const size = this.#kept.length;
    samples.forEach((sample, i) => (this.#kept[(this.#received + i) % size] = sample));
    this.#received += samples.length;
  }

  /**
   * The part from `start` to `end`, in seconds of the stream.
   *
   * @returns undefined if it is no longer kept
   */
  part({ start, end }: { readonly start: number; readonly end: number }): AudioClip | undefined {
    const [first, last] = [start, end].map((time) => Math.round(time * this.#sampleRate)) as [number, number];
    const size = this.#kept.length;
    const stop = Math.min(last, this.#received);
    if (first < this.#received - size || stop <= first) return undefined;
    const samples = Float32Array.from({ length: stop - first }, (_, i) => this.#kept[(first + i) % size]!);
    return { samples, sampleRate: this.#sampleRate };
  }
}
