import { LowPass } from './lowPass.js';
import type { RateConversion } from './rateConversion.js';
import { ratioOf } from './ratioOf.js';
import type { Ratio } from './resampler.js';
import { weightedSum } from './weightedSum.js';

/**
 * Resamples a stream of chunks with the filter of `resample`. The output does not depend on where chunks end: it is, bit
 * for bit, the output for the whole signal.
 *
 * An output needs half a filter length of input after it (2 ms from 48 to 16 kHz at quality 'high'). Memory is limited to
 * the filter and the longest chunk.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const stream = new ResampleStream({ from: 48000, to: 16000 });
 * for await (const chunk of microphone) use(stream.push(chunk));
 * use(stream.end());
 */
export class ResampleStream {
  readonly #ratio: Ratio;
  readonly #phases: PhaseWeights;
  readonly #half: number;
  /** Input that future outputs need, and free space after it. */
  #buffer = new Float32Array(0);
  #nBuffered = 0;
  /** Position of the first buffered sample in the input. */
  #start = 0;
  #nOutput = 0;

  constructor(options: RateConversion) {
    this.#ratio = ratioOf(options);
    this.#phases = new PhaseWeights(this.#ratio);
    this.#half = this.#phases.nTaps / 2;
  }

  /** @returns the outputs that this chunk completes, possibly none; the chunk itself if both rates are the same */
  push(samples: Float32Array): Float32Array {
    if (this.#ratio.up === this.#ratio.down) return samples;
    this.#append(samples);
    const { up, down } = this.#ratio;
    return this.#outputsUpTo(Math.ceil(((this.#start + this.#nBuffered - this.#half) * up) / down));
  }

  /** Ends the signal, which resets the stream. @returns the remaining outputs */
  end(): Float32Array {
    const { up, down } = this.#ratio;
    const rest = this.#outputsUpTo(Math.ceil(((this.#start + this.#nBuffered) * up) / down));
    this.#nBuffered = this.#start = this.#nOutput = 0;
    return rest;
  }

  #outputsUpTo(end: number): Float32Array {
    const output = new Float32Array(Math.max(0, end - this.#nOutput));
    const input = this.#buffer.subarray(0, this.#nBuffered);
    const { up, down } = this.#ratio;
    for (let i = 0; i < output.length; i++, this.#nOutput++) {
      const time = this.#nOutput * down;
      const first = Math.floor(time / up) - this.#half + 1;
      output[i] = weightedSum(this.#phases.weights(time % up), input, first - this.#start);
    }
    return output;
  }

  #append(samples: Float32Array): void {
    if (this.#nBuffered + samples.length > this.#buffer.length) this.#makeRoom(samples.length);
    this.#buffer.set(samples, this.#nBuffered);
    this.#nBuffered += samples.length;
  }

  /** Removes input that no future output needs, and reserves twice the required space, so that this is rare. */
  #makeRoom(nNew: number): void {
    const { up, down } = this.#ratio;
    const needed = Math.floor((this.#nOutput * down) / up) - this.#half + 1;
    const nDone = Math.min(this.#nBuffered, Math.max(0, needed - this.#start));
    const rest = this.#buffer.subarray(nDone, this.#nBuffered);
    const size = 2 * (rest.length + nNew);
    if (size > this.#buffer.length) this.#buffer = new Float32Array(size);
    this.#buffer.set(rest);
    this.#nBuffered = rest.length;
    this.#start += nDone;
  }
}

/** Maximum number of phases to cache; the weights of further phases are computed each time. */
const mostPhases = 1024;

/** The weights of each phase of the filter, computed on first use. */
class PhaseWeights {
  readonly nTaps: number;
  readonly #filter: LowPass;
  readonly #rows: Float64Array[] = [];

  constructor({ up, down, quality }: Ratio) {
    this.#filter = new LowPass({ nPhases: up, bandwidth: Math.min(1, up / down), quality });
    this.nTaps = this.#filter.nTaps;
  }

  weights(phase: number): Float64Array {
    const cached = this.#rows[phase];
    if (cached) return cached;
    const row = new Float64Array(this.nTaps);
    this.#filter.weights(phase, row);
    if (phase < mostPhases) this.#rows[phase] = row;
    return row;
  }
}
