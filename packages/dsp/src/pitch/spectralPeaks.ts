import { binWidth } from '../spectrum/binWidth.js';
import { parabolicShift } from './parabolicShift.js';

/** Frequency range of fundamentals, in Hz. */
const lowest = 150;
const highest = 4000;
/** Peaks below this fraction of the maximum of the frame are ignored. */
const threshold = 0.1;

/**
 * Frequency and height of the local maxima of spectra, with parabolic interpolation between bins.
 *
 * @see librosa.piptrack, https://librosa.org/doc/0.11.0/generated/librosa.piptrack.html
 * @see https://ccrma.stanford.edu/~jos/sasp/Sinusoidal_Peak_Interpolation.html
 */
export class SpectralPeaks {
  readonly #hzPerBin: number;
  readonly #firstBin: number;
  readonly #endBin: number;
  #frequencies = new Float64Array(0);
  #heights = new Float64Array(0);
  #count = 0;

  /** @param options.nFrequencies number of bins; for odd FFT sizes, librosa also assumes `2 * (nFrequencies - 1)` */
  constructor({ sampleRate, nFrequencies }: { sampleRate: number; nFrequencies: number }) {
    const nFft = 2 * (nFrequencies - 1);
    const width = binWidth({ sampleRate, nFft });
    this.#hzPerBin = sampleRate / nFft;
    this.#firstBin = 0;
    while (this.#firstBin * width < lowest) this.#firstBin++;
    this.#endBin = this.#firstBin;
    while (this.#endBin * width < Math.min(highest, sampleRate / 2)) this.#endBin++;
  }

  /** Frequencies of the peaks, in Hz, of shape `[nPeaks]`. */
  get frequencies(): Float64Array {
    return this.#frequencies.subarray(0, this.#count);
  }

  /** Heights of the peaks, of shape `[nPeaks]`. */
  get heights(): Float64Array {
    return this.#heights.subarray(0, this.#count);
  }

  /** Removes all peaks and prepares for those of `nFrames`. */
  clear(nFrames: number): void {
    this.#count = 0;
    const mostPeaks = nFrames * Math.ceil((this.#endBin - this.#firstBin) / 2);
    if (this.#heights.length >= mostPeaks) return;
    this.#frequencies = new Float64Array(mostPeaks);
    this.#heights = new Float64Array(mostPeaks);
  }

  /** Adds the peaks of a spectrum of shape `[nFrequencies]`. */
  add(spectrum: Float64Array): void {
    let maximum = 0;
    for (let bin = 0; bin < spectrum.length; bin++) maximum = Math.max(maximum, spectrum[bin]!);
    const least = threshold * maximum;
    for (let bin = this.#firstBin; bin < this.#endBin; bin++) {
      const at = spectrum[bin]!;
      if (!(at > least)) continue;
      const before = spectrum[bin - 1]!;
      const after = spectrum[bin + 1]!;
      if (at > before && at >= after) this.#keep(bin, before, at, after);
    }
  }

  #keep(bin: number, before: number, at: number, after: number): void {
    const shift = parabolicShift(before, at, after);
    this.#frequencies[this.#count] = (bin + shift) * this.#hzPerBin;
    this.#heights[this.#count] = at + ((after - before) / 4) * shift;
    this.#count++;
  }
}
