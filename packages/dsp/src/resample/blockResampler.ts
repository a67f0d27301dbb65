import { hasSmallFactors, MixedRadixFft } from '../fft/mixedRadixFft.js';
import { BlockKernel, blocksAtOnce } from './blockKernel.js';
import { LowPass } from './lowPass.js';
import { PairOfBlocks, zeros } from './pairOfBlocks.js';
import type { Ratio, Resampler } from './resampler.js';

/**
 * Range in which the frequency response fades out, relative to the lower Nyquist frequency. The stop band begins at 1.1;
 * an abrupt end would cause ringing.
 */
const fade = { from: 1.1, to: 1.5 };

/** Extension of the filter by fading at each end, in samples of the lower rate. */
const margin = 8;

/** Parts of the input and the output; the input is 0 outside of its part. */
export interface BlockBuffers {
  readonly input: Float32Array;

  /** Position of `input[0]` in the whole input. */
  readonly inputStart: number;
  readonly output: Float32Array;

  /** Position of `output[0]` in the whole output. */
  readonly outputStart: number;
}

/**
 * Resamples long inputs in overlapping blocks: the spectrum of a block times the frequency response of the filter is the
 * spectrum of the resampled block, which has another length. It takes a third of the time of weighted sums; the results
 * differ by what the stop band of the filter lets through.
 *
 * Filter and signal are real, so two blocks are transformed at once, as real and imaginary parts.
 *
 * @see A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing, section 8.7.3 (overlap-save)
 */
export class BlockResampler implements Resampler {
  /** Approximate block length. Shorter blocks overlap more; longer blocks do not fit into the processor cache. */
  static readonly blockSize = 4096;

  readonly #up: number;
  readonly #down: number;

  /** Step from one block to the next, in periods of `down` inputs and `up` outputs. */
  readonly #step: number;

  /** Number of outputs at the start of a block that depend on earlier input. */
  readonly #lead: number;

  /** Frequency response from bin 0 to the last bin in use. */
  readonly #response: Float64Array;
  readonly #nInput: number;
  readonly #nOutput: number;
  /** What filters the blocks, if it is not TypeScript. */
  readonly #kernel: BlockKernel | undefined;
  #inTypeScript: PairOfBlocks | undefined;

  constructor({ up, down, quality }: Ratio) {
    const filter = new LowPass({ nPhases: 2, bandwidth: Math.min(1, up / down), quality });
    const overlap = Math.ceil(filter.nTaps / down + 2 * (margin / Math.min(up, down)));
    const nPeriods = periodsOfBlock(Math.max(up, down), overlap);
    this.#up = up;
    this.#down = down;
    this.#step = nPeriods - overlap;
    this.#lead = Math.floor((overlap * up) / 2);
    this.#nInput = down * nPeriods;
    this.#nOutput = up * nPeriods;
    this.#response = fadedOut(responseOf(filter, this.#nInput), (Math.min(up, down) * nPeriods) / 2);
    this.#kernel = BlockKernel.open({
      nInput: this.#nInput,
      nOutput: this.#nOutput,
      response: this.#response,
    });
  }

  /** Whether there are fast transforms for a ratio. */
  static suits({ up, down }: Ratio): boolean {
    return Math.max(up, down) <= BlockResampler.blockSize && hasSmallFactors(up) && hasSmallFactors(down);
  }

  transform(input: Float32Array, output: Float32Array): void {
    let end = this.first;
    while (!this.isAfter(end, output.length)) end = this.next(end);
    this.transformPairs(this.first, end, { input, inputStart: 0, output, outputStart: 0 });
  }

  /** Period at which the first pair of blocks begins. */
  get first(): number {
    return -Math.ceil(this.#lead / this.#up);
  }

  /** Period at which the pair of blocks after this one begins. */
  next(period: number): number {
    return period + 2 * this.#step;
  }

  /** Whether all outputs of a pair are at or after `nOutput`. */
  isAfter(period: number, nOutput: number): boolean {
    return this.outputStart(period) >= nOutput;
  }

  /** Position of the first output of a pair; below 0 for the first pair. */
  outputStart(period: number): number {
    return period * this.#up + this.#lead;
  }

  /** Position of the first input of a pair; below 0 for the first pairs. */
  inputStart(period: number): number {
    return period * this.#down;
  }

  /** Position after the last input of a pair. */
  inputEnd(period: number): number {
    return (period + this.#step) * this.#down + this.#nInput;
  }

  /** Computes the outputs of the pairs from period `first` up to period `end`, those that fit into the output. */
  transformPairs(first: number, end: number, buffers: BlockBuffers): void {
    this.#kernel?.begin();
    for (let period = first; period < end;) {
      if (this.#kernel) {
        const periods = this.#blocksFrom(period, end);
        this.#transformBlocks(this.#kernel, periods, buffers);
        period = this.next(periods.at(-2)!);
      } else {
        this.#transformPair(period, buffers);
        period = this.next(period);
      }
    }
  }

  /** The periods at which two pairs of blocks begin, or the last pair. */
  #blocksFrom(period: number, end: number): readonly number[] {
    const next = this.next(period);
    const pair = [period, period + this.#step];
    return next < end ? [...pair, next, next + this.#step] : pair;
  }

  #transformBlocks(kernel: BlockKernel, periods: readonly number[], buffers: BlockBuffers): void {
    const { input, inputStart } = buffers;
    for (let i = 0; i < blocksAtOnce; i++) {
      const block = kernel.block(i).subarray(0, this.#nInput);
      if (i < periods.length) read(input, periods[i]! * this.#down - inputStart, block);
      else block.fill(0);
    }
    kernel.transform();
    periods.forEach((period, i) => this.#write(kernel.block(i), period, buffers));
  }

  #transformPair(period: number, buffers: BlockBuffers): void {
    const second = period + this.#step;
    const { input, inputStart } = buffers;
    this.#inTypeScript ??= new PairOfBlocks(this.#nInput, this.#nOutput, this.#response);
    const blocks = this.#inTypeScript;
    read(input, period * this.#down - inputStart, blocks.input.re);
    read(input, second * this.#down - inputStart, blocks.input.im);
    blocks.transform();
    this.#write(blocks.output.re, period, buffers);
    this.#write(blocks.output.im, second, buffers);
  }

  /** Copies the valid outputs of a block. */
  #write(block: Float64Array | Float32Array, period: number, { output, outputStart }: BlockBuffers): void {
    const start = period * this.#up - outputStart;
    const from = Math.max(this.#lead, -start);
    const to = Math.min(this.#lead + this.#step * this.#up, output.length - start);
    if (from < to) output.set(block.subarray(from, to), start + from);
  }
}

/** Number of periods of a block: a power of two near `blockSize`, so that at most a quarter of a block overlaps. */
function periodsOfBlock(longerPeriod: number, overlap: number): number {
  const preferred = Math.round(Math.log2(BlockResampler.blockSize / longerPeriod));
  return 2 ** Math.max(preferred, Math.ceil(Math.log2(4 * overlap)));
}

/** Fills `block` with the input from sample `start` on. */
function read(input: Float32Array, start: number, block: Float32Array | Float64Array): void {
  const from = Math.max(0, -start);
  const to = Math.max(from, Math.min(block.length, input.length - start));
  block.fill(0, 0, from);
  block.set(input.subarray(start + from, start + to), from);
  block.fill(0, to);
}

/**
 * The frequency response of the filter divided by `size`, in bins of a transform of `size` input samples. It is computed
 * from two times per input sample, which covers frequencies up to the sample rate of the input.
 */
function responseOf(filter: LowPass, size: number): Float64Array {
  const impulse = zeros(2 * size);
  const row = new Float64Array(filter.nTaps);
  for (const phase of [0, 1]) {
    filter.weights(phase, row);
    row.forEach((weight, tap) => {
      const time = 2 * (filter.nTaps / 2 - 1 - tap) + phase;
      impulse.re[(time + 2 * size) % (2 * size)] = weight / (2 * size);
    });
  }
  new MixedRadixFft(2 * size).transform(impulse);
  return impulse.re;
}

function fadedOut(response: Float64Array, nyquistBin: number): Float64Array {
  return response.slice(0, Math.ceil(fade.to * nyquistBin)).map((gain, bin) => {
    const passed = (bin / nyquistBin - fade.from) / (fade.to - fade.from);
    return passed <= 0 ? gain : gain * (0.5 + 0.5 * Math.cos(Math.PI * passed));
  });
}
