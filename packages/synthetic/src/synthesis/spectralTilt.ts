/** Frequency at which the tilt is specified, in Hz. */
const tiltFrequency = 3000;

/**
 * One-pole low-pass filter that makes a voice softer: gain 1 at 0 Hz and `-tiltDb` at 3 kHz.
 *
 * @see parameter TL of D. H. Klatt and L. C. Klatt, J. Acoust. Soc. Am. 87 (1990), https://doi.org/10.1121/1.398894
 */
export class SpectralTilt {
  readonly #pole: number;
  #y1 = 0;

  /**
   * @param sampleRate in Hz
   * @param tiltDb attenuation at 3 kHz, in dB, >= 0
   */
  constructor(sampleRate: number, tiltDb: number) {
    this.#pole =
      tiltDb > 0 ? poleFor(10 ** (-tiltDb / 10), Math.cos((2 * Math.PI * tiltFrequency) / sampleRate)) : 0;
  }

  /** Filters one sample. */
  process(x: number): number {
    this.#y1 = x + this.#pole * (this.#y1 - x);
    return this.#y1;
  }
}

/** Solves `(1 - p)^2 / (1 - 2 p cosine + p^2) = powerGain` for the pole inside the unit circle. */
function poleFor(powerGain: number, cosine: number): number {
  const k = (1 - powerGain * cosine) / (1 - powerGain);
  return k - Math.sqrt(k * k - 1);
}
