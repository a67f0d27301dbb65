import type { SpectrumKernel } from '../spectrum/spectrumKernel.js';
import { halfBasis } from './dctPlan.js';

/** Rows that are transformed at once. */
const rowsPerBlock = 32;
/** Coefficients that are computed at once. */
const perColumn = 8;

/** Cosine transforms of many rows by WebAssembly: the same as those of `DctPlan`, bit for bit. */
export class DctKernel {
  readonly #size: number;
  readonly #nCoefficients: number;
  /** A multiple of 8: the coefficients, and unused ones. */
  readonly #nColumns: number;
  #basis: Float64Array | undefined;

  constructor(size: number, nCoefficients: number) {
    this.#size = size;
    this.#nCoefficients = nCoefficients;
    this.#nColumns = perColumn * Math.ceil(nCoefficients / perColumn);
  }

  /**
   * @param kernel for its memory; the spectra stay valid
   * @param rows of shape `[nRows, size]`
   * @param output filled, of shape `[nRows, nCoefficients]`
   */
  transform(kernel: SpectrumKernel, rows: Float32Array, output: Float32Array): void {
    const { kernels } = kernel;
    const size = this.#size;
    this.#basis ??= blocksOfBasis(size, this.#nColumns);
    const basis = kernel.reserve(this.#basis.byteLength);
    const folded = kernel.reserve(8 * (size + 1));
    const input = kernel.reserve(4 * rowsPerBlock * size);
    const products = kernel.reserve(8 * rowsPerBlock * this.#nColumns);
    kernels.write(basis, this.#basis);
    const nRows = rows.length / size;
    for (let row = 0; row < nRows; row += rowsPerBlock) {
      const count = Math.min(rowsPerBlock, nRows - row);
      kernels.float32.set(rows.subarray(row * size, (row + count) * size), input / 4);
      kernels.functions.dct64(input, count, size, folded, basis, this.#nColumns, products);
      this.#copy(kernels.float64, products / 8, count, output.subarray(row * this.#nCoefficients));
    }
  }

  #copy(memory: Float64Array, products: number, count: number, output: Float32Array): void {
    const nCoefficients = this.#nCoefficients;
    for (let row = 0; row < count; row++) {
      const from = products + row * this.#nColumns;
      output.set(memory.subarray(from, from + nCoefficients), row * nCoefficients);
    }
  }
}

/** The basis in the order in which the kernel reads it, of shape `[nColumns / 8, ceil(size / 2), 8]`. */
function blocksOfBasis(size: number, nColumns: number): Float64Array {
  const half = Math.ceil(size / 2);
  const basis = halfBasis(size, nColumns);
  return basis.map((_, i) => {
    const block = Math.floor(i / (half * perColumn));
    const n = Math.floor(i / perColumn) % half;
    return basis[(block * perColumn + (i % perColumn)) * half + n]!;
  });
}
