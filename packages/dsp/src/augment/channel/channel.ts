/**
 * A transmission channel from the mouth to the file: a microphone, a room, and a line. Plain JSON; the same channel
 * gives the same samples for the same clip, bit for bit.
 */
export interface Channel {
  /**
   * Gains of the equalizer in dB, each from -200 to 200, at frequencies equally spaced in octaves from 60 to 8192 Hz,
   * with linear interpolation over octaves in between and constant gain outside. At least two gains, or none.
   *
   * @default []
   */
  readonly equalizer?: readonly number[];
  /**
   * Slope of the whole spectrum around 1 kHz, in dB per octave, from -24 to 24; negative values sound duller.
   *
   * @default 0
   */
  readonly tilt?: number;
  /**
   * The upper edge of the band.
   *
   * @default none
   */
  readonly lowPass?: BandEdge;
  /**
   * The lower edge of the band.
   *
   * @default none
   */
  readonly highPass?: BandEdge;
  /**
   * The room.
   *
   * @default none
   */
  readonly reverberation?: Reverberation;
  /**
   * Background noise.
   *
   * @default none
   */
  readonly noise?: ColoredNoise;
}

/** An edge of a band. */
export interface BandEdge {
  /** Frequency at which attenuation begins, in Hz, above 0. */
  readonly cutoff: number;
  /** Attenuation per octave, in dB, from 0 to 192. */
  readonly slope: number;
}

/** Reverberation as exponentially decaying noise. */
export interface Reverberation {
  /** Reverberation time (RT60: the decay by 60 dB), in seconds, from 0.01 to 10. */
  readonly time: number;
  /** Energy of all reflections relative to the direct sound, in dB, from -200 to 200. */
  readonly level: number;
  /** Seed of the room, an integer from -2^31 to 2^32 - 1. */
  readonly seed: number;
}

/** Gaussian noise with a power spectrum of `1 / f^exponent`. */
export interface ColoredNoise {
  /** Power of the filtered voice over power of the noise, in dB, from -200 to 200. */
  readonly snr: number;
  /** Exponent of the power spectrum, from -4 to 4: 0 is white, 1 pink, 2 brown noise. */
  readonly exponent: number;
  /** Seed of the noise, an integer from -2^31 to 2^32 - 1. */
  readonly seed: number;
}
