import { requireInteger } from '@ser/core';

export interface MixDownStreamOptions {
  /** Number of interleaved channels, an integer from 1 to 65536. */
  readonly channels: number;
}

/**
 * Mixes a stream of interleaved channels into one channel, like `mixDown`. Chunks may end anywhere, also between the
 * channels of one sample time.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const mono = new MixDownStream({ channels: 2 });
 * mono.push(Float32Array.of(0.5, 0.25, 1)); // [0.375]; the left sample of the next pair is kept
 * mono.push(Float32Array.of(0)); // [0.5]
 */
export class MixDownStream {
  readonly #nChannels: number;
  /** Sum and number of the channels read so far of an incomplete sample. */
  #sum = 0;
  #nSummed = 0;

  constructor({ channels }: MixDownStreamOptions) {
    requireInteger('channels', channels, { min: 1, max: 65536 });
    this.#nChannels = channels;
  }

  /** @returns the samples that this chunk completes; a single channel is returned without a copy */
  push(interleaved: Float32Array): Float32Array {
    const nChannels = this.#nChannels;
    if (nChannels === 1) return interleaved;
    const mono = new Float32Array(Math.floor((this.#nSummed + interleaved.length) / nChannels));
    let time = 0;
    for (let i = 0; i < interleaved.length; i++) {
      this.#sum += interleaved[i]!;
      if (++this.#nSummed < nChannels) continue;
      mono[time++] = this.#sum / nChannels;
      this.#sum = this.#nSummed = 0;
    }
    return mono;
  }
}
