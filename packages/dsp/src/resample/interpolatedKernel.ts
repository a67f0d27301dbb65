import { type Kernels, openKernels } from '../kernels/kernels.js';
import { Layout } from '../kernels/layout.js';
import type { InterpolatedFilter } from './interpolatedFilter.js';
import type { Part } from './interpolatedResampler.js';
import type { Ratio } from './resampler.js';

/** Sums of parts by WebAssembly: the same as `plainSums`, bit for bit. */
export class InterpolatedKernel {
  readonly #kernels: Kernels;
  readonly #filter: InterpolatedFilter;
  readonly #rows: number;
  readonly #input: number;
  readonly #output: number;
  readonly #end: number;

  constructor(kernels: Kernels, filter: InterpolatedFilter, longest: { input: number; output: number }) {
    this.#kernels = kernels;
    this.#filter = filter;
    const layout = new Layout(kernels.functions.start());
    this.#rows = layout.reserve(filter.rows.byteLength);
    this.#input = layout.reserve(4 * longest.input);
    this.#output = layout.reserve(4 * longest.output);
    this.#end = layout.end;
  }

  /** @returns `undefined` where kernels cannot run */
  static open(
    filter: InterpolatedFilter,
    longest: { input: number; output: number },
  ): InterpolatedKernel | undefined {
    const kernels = openKernels();
    return kernels && new InterpolatedKernel(kernels, filter, longest);
  }

  begin(): void {
    if (this.#kernels.claim(this, this.#end)) this.#kernels.write(this.#rows, this.#filter.rows);
  }

  sums({ up, down }: Ratio, { input, phase, output }: Part): void {
    const { nTaps, nRows } = this.#filter;
    const { functions, float32 } = this.#kernels;
    float32.set(input, this.#input / 4);
    functions.interpolate32(
      this.#rows,
      nTaps,
      this.#input,
      up,
      nRows / up,
      phase,
      Math.floor(down / up),
      down % up,
      this.#output,
      output.length,
    );
    output.set(float32.subarray(this.#output / 4, this.#output / 4 + output.length));
  }
}
