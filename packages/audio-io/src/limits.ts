import { requireNumber } from '@ser/core';
import { AudioError } from './errors.js';

/** The longest audio that is decoded. It is checked before memory for the samples is allocated. */
export interface AudioLimits {
  /**
   * Samples per channel, at least 0. A file of a few kilobytes may contain hundreds of millions.
   *
   * @default no limit
   */
  readonly maxSamples?: number | undefined;

  /**
   * Duration, in seconds, at least 0.
   *
   * @default no limit
   */
  readonly maxSeconds?: number | undefined;
}

/** The limits of one file. */
export class LengthLimit {
  readonly #maxSamples: number;
  readonly #maxSeconds: number;

  /** @throws {SerError} `invalid-option` */
  constructor({ maxSamples = Infinity, maxSeconds = Infinity }: AudioLimits = {}) {
    if (maxSamples !== Infinity) requireNumber('maxSamples', maxSamples, { min: 0 });
    if (maxSeconds !== Infinity) requireNumber('maxSeconds', maxSeconds, { min: 0 });
    this.#maxSamples = maxSamples;
    this.#maxSeconds = maxSeconds;
  }

  get isUnlimited(): boolean {
    return this.#maxSamples === Infinity && this.#maxSeconds === Infinity;
  }

  /** @throws {SerError} `audio-too-long` if a file has more samples than allowed, as declared or as found so far */
  require(nSamples: number, sampleRate: number): void {
    const seconds = nSamples / sampleRate;
    if (seconds > this.#maxSeconds) {
      throw tooLong('maxSeconds', `${this.#maxSeconds} s`, `${seconds.toFixed(1)} s`);
    }
    if (nSamples > this.#maxSamples) {
      throw tooLong('maxSamples', `${this.#maxSamples} samples`, `${nSamples}`);
    }
  }
}

function tooLong(option: string, required: string, found: string): AudioError {
  return new AudioError(
    'audio-too-long',
    `Expected at most ${required} of audio, got ${found} or more. Raise \`${option}\`, or read it in blocks.`,
  );
}
