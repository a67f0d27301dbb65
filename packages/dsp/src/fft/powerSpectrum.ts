import { complexFft } from './complexFft.js';
import { halfCircle } from './halfCircle.js';
import { RealFft } from './realFft.js';

/**
 * Power spectra of real frames of one size: `|X[k]|²` for k from 0 to size / 2. For even sizes, the complex spectrum is
 * not stored, which is faster than `RealFft`.
 */
export class PowerSpectrum {
  readonly nFrequencies: number;
  readonly #transform: (frame: Float64Array, powers: Float64Array) => void;

  /** @param size length of a frame, an integer from 2 on */
  constructor(size: number) {
    this.nFrequencies = 1 + Math.floor(size / 2);
    this.#transform = size % 2 === 0 ? evenSize(size) : oddSize(size);
  }

  /**
   * @param frame real signal of shape `[size]`
   * @param powers filled, of shape `[nFrequencies]`
   */
  transform(frame: Float64Array, powers: Float64Array): void {
    this.#transform(frame, powers);
  }
}

/**
 * Reads the frame as half as many complex numbers, like `RealFft`.
 *
 * @see https://www.robinscheibler.org/2013/02/13/real-fft.html
 */
function evenSize(size: number) {
  const half = size / 2;
  const fft = complexFft(half);
  const { cosines, sines } = halfCircle(size);
  return (frame: Float64Array, powers: Float64Array) => {
    const packed = fft.transform(frame);
    powers[0] = squared(packed[0]! + packed[1]!);
    powers[half] = squared(packed[0]! - packed[1]!);
    for (let k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
      const re = packed[2 * k]!;
      const im = packed[2 * k + 1]!;
      const mirrorRe = packed[2 * mirror]!;
      const mirrorIm = packed[2 * mirror + 1]!;
      const cosine = cosines[k]!;
      const sine = sines[k]!;
      const oddRe = im + mirrorIm;
      const oddIm = mirrorRe - re;
      const turnedRe = oddRe * cosine + oddIm * sine;
      const turnedIm = oddIm * cosine - oddRe * sine;
      const evenRe = re + mirrorRe;
      const evenIm = im - mirrorIm;
      powers[k] = 0.25 * (squared(evenRe + turnedRe) + squared(evenIm + turnedIm));
      powers[mirror] = 0.25 * (squared(evenRe - turnedRe) + squared(evenIm - turnedIm));
    }
  };
}

function oddSize(size: number) {
  const fft = new RealFft(size);
  const bins = new Float64Array(2 * fft.nFrequencies);
  return (frame: Float64Array, powers: Float64Array) => {
    fft.transform(frame, bins);
    for (let k = 0; k < powers.length; k++) powers[k] = squared(bins[2 * k]!) + squared(bins[2 * k + 1]!);
  };
}

function squared(value: number): number {
  return value * value;
}
