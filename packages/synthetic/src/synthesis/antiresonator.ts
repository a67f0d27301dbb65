/**
 * Second-order digital antiresonator: the spectral zero that the nasal tract adds to a nasal consonant.
 *
 * It is the exact inverse of a `Resonator` of the same tuning, so the two cancel while the nasal tract is closed.
 *
 * @see D. H. Klatt, Software for a cascade/parallel formant synthesizer, J. Acoust. Soc. Am. 67 (1980), eq. 3 and 4,
 * https://doi.org/10.1121/1.383940
 */
export class Antiresonator {
  readonly #sampleRate: number;
  #a = 1;
  #b = 0;
  #c = 0;
  #x1 = 0;
  #x2 = 0;

  /** @param sampleRate in Hz */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Sets center frequency and bandwidth of the zero, in Hz, with gain 1 at 0 Hz. */
  tune(frequency: number, bandwidth: number): void {
    const radius = Math.exp((-Math.PI * bandwidth) / this.#sampleRate);
    const c = -radius * radius;
    const b = 2 * radius * Math.cos((2 * Math.PI * frequency) / this.#sampleRate);
    this.#a = 1 / (1 - b - c);
    this.#b = -b * this.#a;
    this.#c = -c * this.#a;
  }

  /** Filters one sample. */
  process(x: number): number {
    const y = this.#a * x + this.#b * this.#x1 + this.#c * this.#x2;
    this.#x2 = this.#x1;
    this.#x1 = x;
    return y;
  }
}
