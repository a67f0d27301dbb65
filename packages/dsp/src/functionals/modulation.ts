import { descriptorHopLength, descriptorSampleRate } from '../descriptors/framing.js';
import { RealFft } from '../fft/realFft.js';
import type { Steps } from '../steps/steps.js';
import { meanOf } from './moments.js';
import type { Regions } from './regions.js';

/** Modulation frequency bands, in Hz; an upper edge belongs to the next band. The syllable rate is 3 to 6 Hz. */
const modulationBands = [
  [0.4, 1],
  [1, 2],
  [2, 3.5],
  [3.5, 6],
  [6, 10],
  [10, 18],
  [18, 40],
] as const;

/** Shortest Fourier transform, in frames: about 10 s. For longer speech, its length is that of the speech. */
const leastSize = 1024;
/** Added to the power of a band before the logarithm. */
const powerFloor = 1e-3;
/** Nyquist frequency of the frame rate, in Hz. */
const nyquist = descriptorSampleRate / descriptorHopLength / 2;

/** Names of both halves: levels of pairs of mel bands, then the same levels minus their mean over modulation bands. */
export function modulationNames(nPairs: number): readonly string[] {
  return ['modulation', 'relativeModulation'].flatMap((kind) =>
    modulationBands.flatMap((_, band) =>
      Array.from({ length: nPairs }, (_, pair) => `mel${2 * pair}to${2 * pair + 1}.${kind}${band}.span`),
    ),
  );
}

/**
 * The modulation spectrum of each pair of mel bands over the span of speech: the logarithm of the power of its level over
 * time, in seven modulation frequency bands.
 *
 * @see T. H. Falk, W.-Y. Chan, "Modulation spectral features for robust far-field speaker identification", 2010
 */
export class Modulation {
  readonly nPairs: number;
  #fft = new RealFft(leastSize);
  #signal = new Float64Array(leastSize);
  #bins = new Float64Array(leastSize + 2);
  #window: Float64Array = new Float64Array(0);
  readonly #levels = new Float64Array(modulationBands.length);

  constructor(nPairs: number) {
    this.nPairs = nPairs;
  }

  /**
   * Writes the levels, in steps.
   *
   * @param mel contours of the mel bands, of shape `[2 * nPairs, nFrames]`
   * @param output filled from `offset` on, in the order of `modulationNames`
   */
  *write(mel: Float64Array, { first, end }: Regions, output: Float32Array, offset: number): Steps<void> {
    const nFrames = mel.length / (2 * this.nPairs);
    const length = end - first;
    this.#begin(length);
    const weight = this.#window.reduce((sum, value) => sum + value * value, 0);
    for (let pair = 0; pair < this.nPairs; pair++) {
      yield;
      const lower = 2 * pair * nFrames + first;
      this.#readPair(mel, lower, lower + nFrames, length);
      this.#fft.transform(this.#signal, this.#bins);
      this.#measureBands(weight);
      this.#writePair(pair, output, offset);
    }
  }

  #begin(length: number): void {
    if (this.#window.length !== length) this.#window = hannWithoutZeros(length);
    const size = Math.max(leastSize, length);
    if (this.#signal.length === size) return;
    this.#fft = new RealFft(size);
    this.#signal = new Float64Array(size);
    this.#bins = new Float64Array(2 * this.#fft.nFrequencies);
  }

  /** The mean level of two bands, without its mean over time, windowed. */
  #readPair(mel: Float64Array, lower: number, upper: number, length: number): void {
    const signal = this.#signal;
    const window = this.#window;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      signal[i] = (mel[lower + i]! + mel[upper + i]!) / 2;
      sum += signal[i]!;
    }
    const mean = sum / length;
    for (let i = 0; i < length; i++) signal[i] = (signal[i]! - mean) * window[i]!;
    signal.fill(0, length);
  }

  #measureBands(weight: number): void {
    const bins = this.#bins;
    const hzPerBin = nyquist / (this.#fft.nFrequencies - 1);
    for (let band = 0; band < modulationBands.length; band++) {
      const [low, high] = modulationBands[band]!;
      let bin = 0;
      while (bin * hzPerBin < low) bin++;
      const firstBin = bin;
      let sum = 0;
      for (; bin * hzPerBin < high; bin++) {
        sum += bins[2 * bin]! * bins[2 * bin]! + bins[2 * bin + 1]! * bins[2 * bin + 1]!;
      }
      this.#levels[band] = Math.log(sum / (bin - firstBin) / weight + powerFloor);
    }
  }

  #writePair(pair: number, output: Float32Array, offset: number): void {
    const levels = this.#levels;
    const half = levels.length * this.nPairs;
    const mean = meanOf(levels);
    for (let band = 0; band < levels.length; band++) {
      output[offset + band * this.nPairs + pair] = levels[band]!;
      output[offset + half + band * this.nPairs + pair] = levels[band]! - mean;
    }
  }
}

/** A symmetric Hann window without the zeros at its ends. */
function hannWithoutZeros(length: number): Float64Array {
  const window = new Float64Array(length);
  for (let i = 0; i < length; i++) window[i] = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1));
  return window;
}
