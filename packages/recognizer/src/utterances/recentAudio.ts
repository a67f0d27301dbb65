import type { AudioClip } from '@ser/dsp';

/** The last seconds of a stream. */
export class RecentAudio {
  readonly sampleRate: number;
  #samples: Float32Array;
  /** Number of samples in `#samples`. */
  #length = 0;
  /** Position in the stream of the first of them. */
  #first = 0;

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate;
    this.#samples = new Float32Array(sampleRate);
  }

  /** Time of the last sample, in seconds from the beginning of the stream. */
  get end(): number {
    return (this.#first + this.#length) / this.sampleRate;
  }

  /** Time of the first sample that is kept. */
  get start(): number {
    return this.#first / this.sampleRate;
  }

  push(samples: Float32Array): void {
    if (this.#length + samples.length > this.#samples.length) {
      const larger = new Float32Array(2 * (this.#length + samples.length));
      larger.set(this.#samples.subarray(0, this.#length));
      this.#samples = larger;
    }
    this.#samples.set(samples, this.#length);
    this.#length += samples.length;
  }

  /** Forgets what comes before a time. */
  forgetBefore(time: number): void {
    const n = Math.min(this.#length, Math.max(0, Math.floor(time * this.sampleRate) - this.#first));
    this.#samples.copyWithin(0, n, this.#length);
    this.#length -= n;
    this.#first += n;
  }

  /** A copy of the samples between two times, as far as they are kept. */
  clip(start: number, end: number): AudioClip {
    const index = (time: number) =>
      Math.min(this.#length, Math.max(0, Math.round(time * this.sampleRate) - this.#first));
    return { samples: this.#samples.slice(index(start), index(end)), sampleRate: this.sampleRate };
  }
}
