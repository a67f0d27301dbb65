import { Antiresonator } from './antiresonator.js';
import { Resonator } from './resonator.js';

/** Bandwidths of the formants, in Hz, from F1 up. */
const bandwidths = [60, 90, 150, 200, 250, 300, 350, 400];

/** Formants above the third, which are nearly constant, in Hz for a vocal tract of average male length. */
const upperFormants = [3500, 4500, 5500, 6500, 7500];

/** Formants above this fraction of the Nyquist frequency are omitted, because a digital resonator distorts them. */
const highestFormant = 0.95;

/** The nasal tract: a fixed pole, and a zero that cancels it until the tract opens and moves the zero up, in Hz. */
const nasalPole = 270;
const nasalZero = 450;
const nasalBandwidth = 100;

/**
 * The vocal tract: formant resonators in series.
 *
 * @see D. H. Klatt, Software for a cascade/parallel formant synthesizer, J. Acoust. Soc. Am. 67 (1980), fig. 6,
 * https://doi.org/10.1121/1.383940
 */
export class VocalTract {
  readonly #lower: readonly [Resonator, Resonator, Resonator];
  readonly #cascade: readonly Resonator[];
  readonly #pole: Resonator;
  readonly #zero: Antiresonator;

  /**
   * @param sampleRate in Hz
   * @param formantScale factor on the fixed upper formants
   */
  constructor(sampleRate: number, formantScale: number) {
    const resonator = () => new Resonator(sampleRate);
    const audible = upperFormants
      .map((f) => f * formantScale)
      .filter((f) => f < (highestFormant * sampleRate) / 2);
    const upper = audible.map((frequency, i) => {
      const fixed = resonator();
      fixed.tune(frequency, bandwidths[i + 3]!);
      return fixed;
    });
    this.#lower = [resonator(), resonator(), resonator()];
    this.#cascade = [...this.#lower, ...upper];
    this.#pole = resonator();
    this.#pole.tune(nasalPole, nasalBandwidth);
    this.#zero = new Antiresonator(sampleRate);
  }

  /** Sets the first three formants, in Hz, and the opening of the nasal tract, 0 to 1. */
  move(f1: number, f2: number, f3: number, nasality: number): void {
    this.#lower[0].tune(f1, bandwidths[0]!);
    this.#lower[1].tune(f2, bandwidths[1]!);
    this.#lower[2].tune(f3, bandwidths[2]!);
    this.#zero.tune(nasalPole + nasality * (nasalZero - nasalPole), nasalBandwidth);
  }

  /** Filters one sample. */
  process(x: number): number {
    let y = this.#zero.process(this.#pole.process(x));
    for (const resonator of this.#cascade) y = resonator.process(y);
    return y;
  }
}
