import { PowerOfTwoFft } from './powerOfTwoFft.js';

/**
 * Fourier transform of any size, computed as a convolution with a chirp: `jk = (j² + k² - (k - j)²) / 2`.
 *
 * @see L. Bluestein, "A linear filtering approach to the computation of discrete Fourier transform", 1970
 */
export class BluesteinFft {
  readonly #size: number;
  /** `exp(-πi k² / size)`, of shape `[size, 2]`. */
  readonly #chirp: Float64Array;
  readonly #conjugateChirp: Float64Array;
  /** Spectrum of the conjugate chirp, arranged for circular convolution, divided by its length. */
  readonly #filter: Float64Array;
  readonly #paddedSize: number;
  readonly #fft: PowerOfTwoFft;
  readonly #padded: Float64Array;
  readonly #output: number[];

  constructor(size: number) {
    this.#size = size;
    this.#paddedSize = Math.max(2, 2 ** Math.ceil(Math.log2(2 * size - 1)));
    this.#fft = new PowerOfTwoFft(this.#paddedSize);
    this.#padded = new Float64Array(2 * this.#paddedSize);
    this.#output = new Array<number>(2 * size).fill(0);
    this.#chirp = chirpOf(size);
    this.#conjugateChirp = this.#chirp.map((value, i) => (i % 2 === 0 ? value : -value));
    const wrapped = onBothSides(this.#conjugateChirp, this.#paddedSize);
    this.#filter = Float64Array.from(this.#fft.transform(wrapped), (value) => value / this.#paddedSize);
  }

  /**
   * @param input complex numbers of shape `[size, 2]`
   * @returns the plan's own buffer of length `2 * size`, overwritten by the next call
   */
  transform(input: Float64Array): readonly number[] {
    this.#padded.fill(0, 2 * this.#size);
    product(input, this.#chirp, this.#padded, this.#size);
    // The inverse FFT of the convolution is the conjugate of the FFT of the conjugate.
    conjugateProduct(this.#fft.transform(this.#padded), this.#filter, this.#padded, this.#paddedSize);
    conjugateProduct(this.#fft.transform(this.#padded), this.#conjugateChirp, this.#output, this.#size);
    return this.#output;
  }
}

function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    // The angle has a period of 2 * size; reducing k² first keeps it exact.
    const angle = (-Math.PI * ((k * k) % (2 * size))) / size;
    chirp[2 * k] = Math.cos(angle);
    chirp[2 * k + 1] = Math.sin(angle);
  }
  return chirp;
}

/** The chirp at 0, 1, … and its mirror image at -1, -2, …, which a circular convolution reads at the end. */
function onBothSides(chirp: Float64Array, paddedSize: number): Float64Array {
  const sides = new Float64Array(2 * paddedSize);
  for (let k = 0; 2 * k < chirp.length; k++) {
    sides.set(chirp.subarray(2 * k, 2 * k + 2), 2 * k);
    sides.set(chirp.subarray(2 * k, 2 * k + 2), 2 * ((paddedSize - k) % paddedSize));
  }
  return sides;
}

function product(a: Float64Array, b: Float64Array, output: Float64Array, size: number): void {
  for (let i = 0; i < 2 * size; i += 2) {
    output[i] = a[i]! * b[i]! - a[i + 1]! * b[i + 1]!;
    output[i + 1] = a[i]! * b[i + 1]! + a[i + 1]! * b[i]!;
  }
}

function conjugateProduct(
  a: readonly number[],
  b: Float64Array,
  output: Float64Array | number[],
  size: number,
): void {
  for (let i = 0; i < 2 * size; i += 2) {
    output[i] = a[i]! * b[i]! - a[i + 1]! * b[i + 1]!;
    output[i + 1] = -(a[i]! * b[i + 1]! + a[i + 1]! * b[i]!);
  }
}
