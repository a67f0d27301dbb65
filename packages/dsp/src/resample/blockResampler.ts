import type { ComplexArray } from '../fft/butterflies.js';
import { LowPass } from './lowPass.js';
import { hasSmallFactors, MixedRadixFft } from '../fft/mixedRadixFft.js';
import type { Ratio, Resampler } from './resampler.js';

/**
 * Where the response fades out, as parts of the lower Nyquist frequency. The filter has reached its stop band by 1.1;
 * to end it at once would make it ring.
 */
const fade = { from: 1.1, to: 1.5 };

/** By how much fading lengthens the filter at each end, in samples of the lower rate. */
const margin = 8;

/**
 * Resamples long inputs by overlapping blocks: the spectrum of a block, times the frequency response of the filter, is
 * the spectrum of the resampled block, which has another length. In a third of the time it does what weighted sums do,
 * up to what the filter's stop band lets through.
 *
 * Filter and sound are real, so two blocks are transformed at once, as real and imaginary parts.
 *
 * @see A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing, section 8.7.3 (overlap-save)
 */
export class BlockResampler implements Resampler {
  /** About the length of a block, of its input or output. Shorter ones lose more to overlap, longer ones leave the cache. */
  static readonly blockSize = 4096;

  private readonly up: number;
  private readonly down: number;

  /** From one block to the next, in periods of `down` inputs and `up` outputs. */
  private readonly step: number;

  /** Outputs at the beginning of a block that lack what came before it. */
  private readonly lead: number;

  /** Of the bins 0 to the last that is kept. */
  private readonly response: Float64Array;
  private readonly input: ComplexArray;
  private readonly output: ComplexArray;
  private readonly forward: MixedRadixFft;
  private readonly inverse: MixedRadixFft;

  constructor({ up, down, quality }: Ratio) {
    const filter = new LowPass({ nPhases: 2, bandwidth: Math.min(1, up / down), quality });
    const overlap = Math.ceil(filter.nTaps / down + 2 * (margin / Math.min(up, down)));
    const nPeriods = periodsOfBlock(Math.max(up, down), overlap);
    this.up = up;
    this.down = down;
    this.step = nPeriods - overlap;
    this.lead = Math.floor((overlap * up) / 2);
    this.input = zeros(down * nPeriods);
    this.output = zeros(up * nPeriods);
    this.forward = new MixedRadixFft(down * nPeriods);
    this.inverse = new MixedRadixFft(up * nPeriods);
    this.response = fadedOut(responseOf(filter, down * nPeriods), (Math.min(up, down) * nPeriods) / 2);
  }

  /** Whether transforms of the ratio's lengths exist, and are not too long to be quick. */
  static suits({ up, down }: Ratio): boolean {
    return Math.max(up, down) <= BlockResampler.blockSize && hasSmallFactors(up) && hasSmallFactors(down);
  }

  transform(input: Float32Array, output: Float32Array): void {
    const { up, down, step, lead } = this;
    const first = -Math.ceil(lead / up);
    for (let period = first; period * up + lead < output.length; period += 2 * step) {
      read(input, period * down, this.input.re);
      read(input, (period + step) * down, this.input.im);
      this.forward.transform(this.input);
      this.filterSpectrum();
      this.inverse.transform({ re: this.output.im, im: this.output.re });
      this.write(this.output.re, output, period * up);
      this.write(this.output.im, output, (period + step) * up);
    }
  }

  /** The input's spectrum goes round and round; what the filter leaves of it folds over the output's bins. */
  private filterSpectrum(): void {
    const { input, output, response } = this;
    const nInput = input.re.length;
    const nOutput = output.re.length;
    const last = response.length - 1;
    output.re.fill(0);
    output.im.fill(0);
    let from = nInput - last;
    let to = (2 * nOutput - last) % nOutput;
    for (let bin = -last; bin <= last; bin++) {
      const gain = response[Math.abs(bin)]!;
      output.re[to]! += gain * input.re[from]!;
      output.im[to]! += gain * input.im[from]!;
      if (++from === nInput) from = 0;
      if (++to === nOutput) to = 0;
    }
  }

  /** Copies the outputs of a block that begins with number `start`, without those that lack their surroundings. */
  private write(block: Float64Array, output: Float32Array, start: number): void {
    const from = Math.max(this.lead, -start);
    const to = Math.min(this.lead + this.step * this.up, output.length - start);
    if (from < to) output.set(block.subarray(from, to), start + from);
  }
}

/** A power of two, so that a block is of good size and no more than a quarter of it overlaps. */
function periodsOfBlock(longerPeriod: number, overlap: number): number {
  const preferred = Math.round(Math.log2(BlockResampler.blockSize / longerPeriod));
  return 2 ** Math.max(preferred, Math.ceil(Math.log2(4 * overlap)));
}

/** Fills `block` with the input from sample `start` on. */
function read(input: Float32Array, start: number, block: Float64Array): void {
  const from = Math.max(0, -start);
  const to = Math.max(from, Math.min(block.length, input.length - start));
  block.fill(0, 0, from);
  block.set(input.subarray(start + from, start + to), from);
  block.fill(0, to);
}

/**
 * The filter's frequency response over `size`, in bins of a transform of `size` input samples. It is taken from two
 * moments for each input sample, which tells frequencies up to the input's sample rate apart.
 */
function responseOf(filter: LowPass, size: number): Float64Array {
  const impulse = zeros(2 * size);
  const row = new Float64Array(filter.nTaps);
  for (const phase of [0, 1]) {
    filter.weights(phase, row);
    row.forEach((weight, tap) => {
      const moment = 2 * (filter.nTaps / 2 - 1 - tap) + phase;
      impulse.re[(moment + 2 * size) % (2 * size)] = weight / (2 * size);
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

function zeros(size: number): ComplexArray {
  return { re: new Float64Array(size), im: new Float64Array(size) };
}
