import { decibelsPerNeper } from '../frontEnd.js';
import { BandSlope } from './bandSlope.js';
import { binsWhere, everyBin, maximumOver, sumOver, type Bins } from './bins.js';
import { rolloffs } from './rolloffs.js';
import { entropy, logFlatness } from './spectralEvenness.js';
import { spectralMoments } from './spectralMoments.js';
import { SpectralSums } from './spectralSums.js';

/**
 * The shape of the spectrum of a frame, in the order of `spectrumDescriptors`: moments (centroid, bandwidth, skewness,
 * log kurtosis), roll-offs, log flatness, entropy, flux (passed in, because it depends on the previous frame), slopes of
 * three bands, alpha ratio, and Hammarberg index.
 *
 * @see F. Eyben et al., "The Geneva minimalistic acoustic parameter set (GeMAPS)", 2016, for slopes, ratio and index
 */
export class SpectralShape {
  readonly #frequencies: Float64Array;
  readonly #flatnessUnit: number;
  readonly #sums: SpectralSums;
  readonly #slope0to500: BandSlope;
  readonly #slope500to1500: BandSlope;
  readonly #below1000: Bins;
  readonly #from1000: Bins;
  readonly #below2000: Bins;
  readonly #from2000: Bins;

  /** @param frequencies of the bins of the spectrum, in Hz, ascending */
  constructor(frequencies: Float64Array, { flatnessUnit }: { readonly flatnessUnit: number }) {
    const where = (isInside: (hz: number) => boolean) => binsWhere(frequencies, isInside);
    this.#frequencies = frequencies;
    this.#flatnessUnit = flatnessUnit;
    this.#sums = new SpectralSums(frequencies, new BandSlope(frequencies, everyBin(frequencies)).weights);
    this.#slope0to500 = new BandSlope(
      frequencies,
      where((hz) => hz > 0 && hz <= 500),
    );
    this.#slope500to1500 = new BandSlope(
      frequencies,
      where((hz) => hz > 500 && hz <= 1500),
    );
    this.#below1000 = where((hz) => hz > 50 && hz < 1000);
    this.#from1000 = where((hz) => hz > 1000 && hz < 5000);
    this.#below2000 = where((hz) => hz < 2000);
    this.#from2000 = where((hz) => hz >= 2000 && hz < 5000);
  }

  /**
   * @param powers of each bin, above 0
   * @param logarithms natural logarithms of the powers
   * @param output filled, of shape `[spectrumDescriptors.length]`
   */
  transform(powers: Float64Array, logarithms: Float64Array, flux: number, output: Float64Array): void {
    const sums = this.#sums;
    sums.read(powers, logarithms);
    const total = sums.power;
    spectralMoments(powers, this.#frequencies, sums, output);
    rolloffs(powers, this.#frequencies, total, output, 4);
    output[8] = logFlatness(sums, powers.length) * this.#flatnessUnit;
    output[9] = entropy(sums);
    output[10] = flux;
    output[11] = sums.slope;
    output[12] = this.#slope0to500.of(logarithms);
    output[13] = this.#slope500to1500.of(logarithms);
    output[14] = decibels(sumOver(powers, this.#below1000) / sumOver(powers, this.#from1000));
    output[15] = decibels(maximumOver(powers, this.#below2000) / maximumOver(powers, this.#from2000));
  }
}

function decibels(ratio: number): number {
  return decibelsPerNeper * Math.log(ratio);
}
