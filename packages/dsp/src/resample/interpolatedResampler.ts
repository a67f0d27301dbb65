import { type InterpolatedFilter, interpolatedFilter } from './interpolatedFilter.js';
import { InterpolatedKernel } from './interpolatedKernel.js';
import type { Ratio, Resampler } from './resampler.js';

/** Number of input samples of a part, besides those that the filter needs before and after it. */
const partLength = 8192;

/** A part of the output with the input that it needs. */
export interface Part {
  /** From the first sample of the first sum on, with zeros where the input has ended. */
  readonly input: Float32Array;
  /** Time of the first output after an input sample, in units of 1 / `up` samples. */
  readonly phase: number;
  readonly output: Float32Array;
}

/**
 * Resamples by weighted sums for ratios whose phases hardly repeat, like those of a pitch shift: the sums with the two
 * nearest rows of a fine grid of weights are interpolated, so that no weights are computed per output.
 *
 * The filter is that of `PolyphaseResampler`; the results differ by less than -106 dB.
 *
 * @see J. O. Smith, Digital Audio Resampling Home Page, https://ccrma.stanford.edu/~jos/resample/
 */
export class InterpolatedResampler implements Resampler {
  readonly #ratio: Ratio;
  readonly #filter: InterpolatedFilter;
  readonly #nOutput: number;
  readonly #input: Float32Array;
  /** What computes the sums, if it is not TypeScript. */
  readonly #kernel: InterpolatedKernel | undefined;

  constructor(ratio: Ratio) {
    this.#ratio = ratio;
    this.#filter = interpolatedFilter(ratio);
    this.#nOutput = Math.ceil((partLength * ratio.up) / ratio.down);
    this.#input = new Float32Array(
      Math.ceil((this.#nOutput * ratio.down) / ratio.up) + this.#filter.nTaps + 1,
    );
    this.#kernel = InterpolatedKernel.open(this.#filter, {
      input: this.#input.length,
      output: this.#nOutput,
    });
  }

  transform(input: Float32Array, output: Float32Array): void {
    const { up, down } = this.#ratio;
    this.#kernel?.begin();
    for (let start = 0; start < output.length; start += this.#nOutput) {
      const time = start * down;
      const phase = time % up;
      this.#copy(input, (time - phase) / up - this.#filter.nBefore);
      const part = {
        input: this.#input,
        phase,
        output: output.subarray(start, start + this.#nOutput),
      };
      if (this.#kernel) this.#kernel.sums(this.#ratio, part);
      else plainSums(this.#filter, this.#ratio, part);
    }
  }

  /** Copies the input from sample `first` on, with zeros outside of it. */
  #copy(input: Float32Array, first: number): void {
    const from = Math.max(0, -first);
    const to = Math.max(from, Math.min(this.#input.length, input.length - first));
    this.#input.fill(0, 0, from);
    if (from < to) this.#input.set(input.subarray(first + from, first + to), from);
    this.#input.fill(0, to);
  }
}

function plainSums(filter: InterpolatedFilter, { up, down }: Ratio, part: Part): void {
  const { output } = part;
  const rowsPerPhase = filter.nRows / up;
  const whole = Math.floor(down / up);
  const rest = down % up;
  let first = 0;
  let { phase } = part;
  for (let i = 0; i < output.length; i++) {
    output[i] = sumBetween(filter, phase * rowsPerPhase, part.input, first);
    first += whole;
    phase += rest;
    if (phase >= up) {
      phase -= up;
      first++;
    }
  }
}

/** Weighted sum with the weights at a position in the grid. The four partial sums are the lanes of the kernel. */
function sumBetween(
  { rows, nTaps }: InterpolatedFilter,
  position: number,
  input: Float32Array,
  first: number,
): number {
  const row = Math.floor(position);
  const start = row * nTaps;
  let [a, b, c, d] = [0, 0, 0, 0];
  let [nextA, nextB, nextC, nextD] = [0, 0, 0, 0];
  for (let at = start, next = start + nTaps, k = first; at < start + nTaps; at += 4, next += 4, k += 4) {
    a += rows[at]! * input[k]!;
    b += rows[at + 1]! * input[k + 1]!;
    c += rows[at + 2]! * input[k + 2]!;
    d += rows[at + 3]! * input[k + 3]!;
    nextA += rows[next]! * input[k]!;
    nextB += rows[next + 1]! * input[k + 1]!;
    nextC += rows[next + 2]! * input[k + 2]!;
    nextD += rows[next + 3]! * input[k + 3]!;
  }
  const sum = a + c + (b + d);
  return sum + (position - row) * (nextA + nextC + (nextB + nextD) - sum);
}
