import { butterflies, type ComplexArray, type Pass } from './butterflies.js';

/** Large odd radices first: the last passes have the longest strides, for which radix 4 is fastest. */
const radices = [7, 5, 3, 4, 2];

/**
 * Fourier transform of complex numbers for sizes without prime factors above 7, by Stockham's algorithm: each pass reads
 * one array and writes another, and the output of the last pass is in order.
 *
 * @see C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, section 1.7
 */
export class MixedRadixFft {
  readonly #passes: readonly Pass[];
  readonly #scratch: ComplexArray;

  /** @param size an integer for which `hasSmallFactors` is true */
  constructor(size: number) {
    this.#passes = passesOf(size);
    this.#scratch = { re: new Float64Array(size), im: new Float64Array(size) };
  }

  /** Transforms `x` in place. With `re` and `im` swapped, it is the inverse transform times the size. */
  transform(x: ComplexArray): void {
    let [from, to] = [x, this.#scratch];
    for (const pass of this.#passes) {
      butterflies[pass.radix]!(pass, from, to);
      [from, to] = [to, from];
    }
    if (from === x) return;
    x.re.set(from.re);
    x.im.set(from.im);
  }
}

/** Whether `MixedRadixFft` supports a size: no prime factor above 7. */
export function hasSmallFactors(size: number): boolean {
  const radix = radices.find((candidate) => size % candidate === 0);
  return radix === undefined ? size === 1 : hasSmallFactors(size / radix);
}

/** The passes of a transform of `size` numbers, in order. */
export function passesOf(size: number): Pass[] {
  const passes: Pass[] = [];
  for (let stride = 1; stride < size;) {
    const remaining = size / stride;
    const radix = radices.find((candidate) => remaining % candidate === 0)!;
    const nBlocks = remaining / radix;
    passes.push({ radix, nBlocks, stride, twiddles: twiddlesOf(radix, nBlocks) });
    stride *= radix;
  }
  return passes;
}

function twiddlesOf(radix: number, nBlocks: number): Float64Array {
  const twiddles = new Float64Array(2 * nBlocks * (radix - 1));
  for (let block = 0, i = 0; block < nBlocks; block++) {
    for (let output = 1; output < radix; output++, i += 2) {
      const angle = (-2 * Math.PI * block * output) / (nBlocks * radix);
      twiddles[i] = Math.cos(angle);
      twiddles[i + 1] = Math.sin(angle);
    }
  }
  return twiddles;
}
