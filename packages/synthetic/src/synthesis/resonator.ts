/**
 * Second-order digital resonator: one formant of the vocal tract.
 *
 * `y[n] = a x[n] + b y[n-1] + c y[n-2]`, with the poles at the given center frequency and bandwidth. It can be retuned
 * at any sample; its state is kept.
 *
 * @see D. H. Klatt, Software for a cascade/parallel formant synthesizer, J. Acoust. Soc. Am. 67 (1980), eq. 1 and 2,
 * https://doi.org/10.1121/1.383940
 */
export class Resonator {
  readonly #sampleRate: number;
  #a = 1;
  #b = 0;
  #c = 0;
  #y1 = 0;
  #y2 = 0;

  /** @param sampleRate in Hz */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Sets center frequency and bandwidth, in Hz, with gain 1 at 0 Hz, for resonators in series. */
  tune(frequency: number, bandwidth: number): void {
    this.#setPoles(frequency, bandwidth);
    this.#a = 1 - this.#b - this.#c;
  }

  /** Sets center frequency and bandwidth, in Hz, so that white noise keeps its power, whatever the bandwidth. */
  tuneForNoise(frequency: number, bandwidth: number): void {
    this.#setPoles(frequency, bandwidth);
    const b = this.#b;
    const c = this.#c;
    this.#a = Math.sqrt(((1 + c) * ((1 - c) ** 2 - b * b)) / (1 - c));
  }

  /** Filters one sample. */
  process(x: number): number {
    const y = this.#a * x + this.#b * this.#y1 + this.#c * this.#y2;
    this.#y2 = this.#y1;
    this.#y1 = y;
    return y;
  }

  #setPoles(frequency: number, bandwidth: number): void {
    const radius = Math.exp((-Math.PI * bandwidth) / this.#sampleRate);
    this.#c = -radius * radius;
    this.#b = 2 * radius * Math.cos((2 * Math.PI * frequency) / this.#sampleRate);
  }
}
