import { DspError } from '../errors.js';

export interface MixDownStreamOptions {
  /** Samples of each moment, a whole number >= 1. */
  readonly channels: number;
}

/**
 * One channel from interleaved ones that come in pieces, cut anywhere: the mean at each moment, as `mixDown`.
 *
 * @throws {SerError} `invalid-option` for a number of channels below 1
 *
 * @example
 * const mono = new MixDownStream({ channels: 2 });
 * mono.push(Float32Array.of(0.5, 0.25, 1)); // [0.375], and the left half of a moment is kept
 * mono.push(Float32Array.of(0)); // [0.5]
 */
export class MixDownStream {
  readonly #nChannels: number;
  /** Sum of the channels of a moment that is not whole yet, and how many they are. */
  #sum = 0;
  #nSummed = 0;

  constructor({ channels }: MixDownStreamOptions) {
    if (!Number.isInteger(channels) || channels < 1) {
      throw new DspError(
        'invalid-option',
        `Expected \`channels\` to be a whole number >= 1, got \`${channels}\`.`,
      );
    }
    this.#nChannels = channels;
  }

  /** @returns the moments that these samples complete; a single channel comes back as it is, without a copy */
  push(interleaved: Float32Array): Float32Array {
    const nChannels = this.#nChannels;
    if (nChannels === 1) return interleaved;
    const mono = new Float32Array(Math.floor((this.#nSummed + interleaved.length) / nChannels));
    let moment = 0;
    for (let i = 0; i < interleaved.length; i++) {
      this.#sum += interleaved[i]!;
      if (++this.#nSummed < nChannels) continue;
      mono[moment++] = this.#sum / nChannels;
      this.#sum = this.#nSummed = 0;
    }
    return mono;
  }
}
