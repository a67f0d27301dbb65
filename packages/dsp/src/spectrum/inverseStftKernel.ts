import { fftTables, suitsKernels, type FftTables } from '../kernels/fftTables.js';
import { type Kernels, openKernels } from '../kernels/kernels.js';
import { Layout } from '../kernels/layout.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { framesPerGroup } from './spectrumKernel.js';
import { tiny } from './tiny.js';
import { windowOf } from './windowOf.js';

interface Addresses {
  readonly window: number;
  readonly squares: number;
  readonly inputs: number;
  readonly twiddles: number;
  readonly circle: number;
  readonly rows: number;
  readonly packed: number;
  readonly transformed: number;
  /** Sums over frames, from the first sample of the group on. */
  readonly sums: number;
  readonly squareSums: number;
  readonly samples: number;
  readonly end: number;
}

/** Inverse transforms of two frames at once by WebAssembly: the same as `InverseStftPlan`, bit for bit. */
export class InverseStftKernel {
  readonly #kernels: Kernels;
  readonly #options: Required<SpectrogramOptions>;
  readonly #nValues: number;
  readonly #padding: number;
  readonly #tables: FftTables;
  /** The window in the middle of a frame. */
  readonly #window: Float64Array;
  /** Number of samples of the frames of a group. */
  readonly #span: number;
  readonly #at: Addresses;

  constructor(kernels: Kernels, options: Required<SpectrogramOptions>) {
    const { nFft, hopLength, winLength, window, center } = options;
    this.#kernels = kernels;
    this.#options = options;
    this.#nValues = nFft + 2;
    this.#padding = center ? nFft / 2 : 0;
    this.#tables = fftTables(nFft);
    this.#window = new Float64Array(nFft);
    this.#window.set(windowOf(window, winLength), Math.floor((nFft - winLength) / 2));
    this.#span = nFft + hopLength;
    this.#at = this.#addresses();
  }

  /** The kernel for these options; `undefined` if there is none, or kernels cannot run here. */
  static open(options: Required<SpectrogramOptions>): InverseStftKernel | undefined {
    if (!suitsKernels(options.nFft) || options.hopLength > options.nFft) return undefined;
    const kernels = openKernels();
    return kernels && new InverseStftKernel(kernels, options);
  }

  /** @param data of shape `[nFrames, nFrequencies, 2]` */
  transform(data: Float32Array, output: Float32Array): void {
    const group = framesPerGroup * this.#nValues;
    const step = framesPerGroup * this.#options.hopLength;
    this.#begin();
    output.fill(0);
    for (
      let at = 0, from = -this.#padding;
      at < data.length && from < output.length;
      at += group, from += step
    ) {
      this.#addGroup(data.subarray(at, at + group));
      const isLast = at + group >= data.length;
      this.#write(from, isLast ? this.#span : step, output);
    }
  }

  #begin(): void {
    const { window, squares, inputs, twiddles, circle, sums, end } = this.#at;
    const kernels = this.#kernels;
    if (kernels.claim(this, end)) {
      kernels.write(window, this.#window);
      kernels.write(
        squares,
        this.#window.map((weight) => weight * weight),
      );
      kernels.write(inputs, this.#tables.inputs);
      kernels.write(twiddles, Float64Array.from(this.#tables.twiddles));
      kernels.write(circle, Float64Array.from(this.#tables.circle));
    }
    kernels.float64.fill(0, sums / 8, end / 8);
  }

  /** @param bins of one or two frames */
  #addGroup(bins: Float32Array): void {
    const { packBins64, fft64, overlapAdd64 } = this.#kernels.functions;
    const { nFft, hopLength } = this.#options;
    const at = this.#at;
    this.#kernels.float32.set(bins, at.rows / 4);
    packBins64(at.rows, at.rows + 4 * this.#nValues, at.circle, nFft / 2, at.packed);
    fft64(at.packed, at.transformed, nFft / 2, at.inputs, at.twiddles);
    const nFrames = bins.length / this.#nValues;
    const { window, squares, sums, squareSums } = at;
    overlapAdd64(at.transformed, nFft / 2, nFrames, hopLength, window, squares, sums, squareSums);
  }

  /** Writes the next `n` samples, to which no later frame adds, and moves the sums of the others to the start. */
  #write(from: number, n: number, output: Float32Array): void {
    const { sums, squareSums, samples } = this.#at;
    const { functions, float32, float64 } = this.#kernels;
    functions.normalize32(sums, squareSums, n, tiny, samples);
    const first = Math.max(0, -from);
    const end = Math.min(n, output.length - from);
    if (first < end) output.set(float32.subarray(samples / 4 + first, samples / 4 + end), from + first);
    for (const start of [sums / 8, squareSums / 8]) {
      float64.copyWithin(start, start + n, start + this.#span);
      float64.fill(0, start + this.#span - n, start + this.#span);
    }
  }

  #addresses(): Addresses {
    const { nFft } = this.#options;
    const { inputs, twiddles, circle } = this.#tables;
    const layout = new Layout(this.#kernels.functions.start());
    return {
      window: layout.reserve(8 * nFft),
      squares: layout.reserve(8 * nFft),
      inputs: layout.reserve(inputs.byteLength),
      twiddles: layout.reserve(8 * twiddles.length),
      circle: layout.reserve(8 * circle.length),
      rows: layout.reserve(4 * framesPerGroup * this.#nValues),
      packed: layout.reserve(16 * nFft),
      transformed: layout.reserve(16 * nFft),
      sums: layout.reserve(8 * this.#span),
      squareSums: layout.reserve(8 * this.#span),
      samples: layout.reserve(4 * this.#span),
      end: layout.end,
    };
  }
}
