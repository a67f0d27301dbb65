import type { BlockResampler } from './blockResampler.js';
import { cachedPlan } from './cachedPlan.js';
import type { RateConversion } from './rateConversion.js';
import type { ResamplePlan } from './resamplePlan.js';
import { ResampleStream } from './resampleStream.js';

/**
 * Resamples a recording that is read in blocks: the same samples as `resample` of the whole recording, bit for bit, with
 * the memory of a few blocks. The size of the blocks does not matter.
 *
 * It takes a third of the time of `ResampleStream`, which has less delay and is for live audio.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const resampler = new RecordingResampler({ from: 48000, to: 16000 });
 * for await (const block of blocks) use(resampler.push(mixDown(block).samples));
 * use(resampler.end());
 */
export class RecordingResampler {
  readonly #isSameRate: boolean;
  readonly #plan: ResamplePlan;
  /** For ratios without a fast transform; it gives the samples of `resample` too. */
  readonly #stream: ResampleStream | undefined;
  #blocks: BlockResampler | undefined;
  /** Input that future outputs need, and free space after it. */
  #buffer = new Float32Array(0);
  #nBuffered = 0;
  /** Position of the first buffered sample in the input. */
  #start = 0;
  #period = 0;
  #nOutput = 0;

  constructor(options: RateConversion) {
    this.#isSameRate = options.from === options.to;
    this.#plan = cachedPlan(options);
    if (!this.#plan.suitsBlocks) this.#stream = new ResampleStream(options);
  }

  /** @returns the outputs that this block completes, possibly none; the block itself if both rates are the same */
  push(samples: Float32Array): Float32Array {
    if (this.#isSameRate) return samples;
    if (this.#stream) return this.#stream.push(samples);
    this.#append(samples);
    const nInput = this.#start + this.#nBuffered;
    if (!this.#plan.isForBlocks(nInput)) return new Float32Array(0);
    const blocks = this.#startBlocks();
    let end = this.#period;
    while (blocks.inputEnd(end) <= nInput) end = blocks.next(end);
    return this.#pairsBefore(blocks, end, Math.max(0, blocks.outputStart(end)));
  }

  /** Ends the recording; a new one may follow. @returns the remaining outputs */
  end(): Float32Array {
    if (this.#isSameRate) return new Float32Array(0);
    if (this.#stream) return this.#stream.end();
    const rest = this.#rest(this.#plan.outputLength(this.#start + this.#nBuffered));
    this.#nBuffered = this.#start = this.#nOutput = 0;
    this.#blocks = undefined;
    return rest;
  }

  #rest(nOutput: number): Float32Array {
    if (this.#blocks) {
      let end = this.#period;
      while (!this.#blocks.isAfter(end, nOutput)) end = this.#blocks.next(end);
      return this.#pairsBefore(this.#blocks, end, nOutput);
    }
    const output = new Float32Array(nOutput);
    this.#plan.transform(this.#buffer.subarray(0, this.#nBuffered), output);
    return output;
  }

  #startBlocks(): BlockResampler {
    if (this.#blocks) return this.#blocks;
    this.#blocks = this.#plan.blocks;
    this.#period = this.#blocks.first;
    return this.#blocks;
  }

  /** Computes the pairs of blocks up to period `end`, and the outputs up to position `nOutput`. */
  #pairsBefore(blocks: BlockResampler, end: number, nOutput: number): Float32Array {
    const output = new Float32Array(nOutput - this.#nOutput);
    const input = this.#buffer.subarray(0, this.#nBuffered);
    const buffers = { input, inputStart: this.#start, output, outputStart: this.#nOutput };
    blocks.transformPairs(this.#period, end, buffers);
    this.#period = end;
    this.#nOutput = nOutput;
    return output;
  }

  #append(samples: Float32Array): void {
    if (this.#nBuffered + samples.length > this.#buffer.length) this.#makeRoom(samples.length);
    this.#buffer.set(samples, this.#nBuffered);
    this.#nBuffered += samples.length;
  }

  /** Removes input that no future output needs, and reserves twice the required space, so that this is rare. */
  #makeRoom(nNew: number): void {
    const needed = this.#blocks?.inputStart(this.#period) ?? 0;
    const nDone = Math.min(this.#nBuffered, Math.max(0, needed - this.#start));
    const rest = this.#buffer.subarray(nDone, this.#nBuffered);
    const size = 2 * (rest.length + nNew);
    if (size > this.#buffer.length) {
      const longer = new Float32Array(size);
      longer.set(rest);
      this.#buffer = longer;
    } else this.#buffer.set(rest);
    this.#nBuffered = rest.length;
    this.#start += nDone;
  }
}
