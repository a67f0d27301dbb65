import { digitsReversed, firstRadixOf, twiddlesOf } from '../fft/powerOfTwoFft.js';
import { halfCircle } from '../fft/halfCircle.js';

/** The tables of a Fourier transform of real frames, for the kernels `fft` and `powers`. */
export interface FftTables {
  /** Position of the first input of each block of the first pass. */
  readonly inputs: Uint32Array;
  /** Cosine and sine of three angles for each output of a block, pass by pass. */
  readonly twiddles: readonly number[];
  /** Cosine and sine of half a circle, of shape `[size / 2, 2]`. */
  readonly circle: readonly number[];
}

/** The smallest and the largest size of real frames for the kernels. */
const smallest = 8;
const largest = 16384;

/** Whether there are kernels for frames of this size: powers of two. */
export function suitsKernels(size: number): boolean {
  return size >= smallest && size <= largest && Number.isInteger(Math.log2(size));
}

/** Tables for complex numbers of a size. */
export function complexTables(size: number): Pick<FftTables, 'inputs' | 'twiddles'> {
  const radix = firstRadixOf(size);
  return {
    inputs: Uint32Array.from(digitsReversed(size / radix)),
    twiddles: twiddlesOf(radix, size).flat(),
  };
}

/** Tables for real frames of a size. */
export function fftTables(size: number): FftTables {
  const { cosines, sines } = halfCircle(size);
  return {
    ...complexTables(size / 2),
    circle: [...cosines].flatMap((cosine, k) => [cosine, sines[k]!]),
  };
}
