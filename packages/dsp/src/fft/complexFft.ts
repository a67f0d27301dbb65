import { BluesteinFft } from './bluesteinFft.js';
import { PowerOfTwoFft } from './powerOfTwoFft.js';

/** Discrete Fourier transform of `size` complex numbers, stored as real, imaginary, real, imaginary… */
export interface ComplexFft {
  /** @returns the plan's own buffer of length `2 * size`, overwritten by the next call */
  transform(input: Float64Array): readonly number[];
}

/** The FFT for a size: a power-of-two FFT, or Bluestein's algorithm for other sizes. */
export function complexFft(size: number): ComplexFft {
  return size >= 2 && Number.isInteger(Math.log2(size)) ? new PowerOfTwoFft(size) : new BluesteinFft(size);
}
