/**
 * A way from the mouth to the file: what colours the voice, limits its band, echoes it and covers it. Plain JSON; the
 * same channel does the same to the same clip, bit for bit.
 */
export interface Channel {
  /**
   * Gains of the equaliser in dB, each in [-200, 200], at knots equally spaced in octaves from 60 to 8192 Hz; straight
   * lines in between, the last gain beyond. At least two, or none.
   *
   * @default []
   */
  readonly equaliser?: readonly number[];
  /**
   * Slope of the whole spectrum about 1 kHz, in dB an octave, in [-24, 24]; below 0 it sounds duller.
   *
   * @default 0
   */
  readonly tilt?: number;
  /**
   * Where the band ends.
   *
   * @default at half the sample rate
   */
  readonly lowPass?: BandEdge;
  /**
   * Where the band begins.
   *
   * @default at 0 Hz
   */
  readonly highPass?: BandEdge;
  /**
   * The room.
   *
   * @default none
   */
  readonly reverberation?: Reverberation;
  /**
   * What sounds besides the voice.
   *
   * @default nothing
   */
  readonly noise?: ColouredNoise;
}

/** An end of a band. */
export interface BandEdge {
  /** From here on gain is lost, in Hz, > 0. */
  readonly cutoff: number;
  /** How much of it with each octave, in dB, in [0, 192]. */
  readonly slope: number;
}

/** A room as noise that dies away exponentially. */
export interface Reverberation {
  /** Until the sound has fallen by 60 dB, in seconds, in [0.01, 10]. */
  readonly time: number;
  /** Energy of all that is echoed over that of the direct sound, in dB, in [-200, 200]. */
  readonly level: number;
  /** Which room: a 32-bit integer. */
  readonly seed: number;
}

/** Gaussian noise of one colour. */
export interface ColouredNoise {
  /** Power of the voice, as the channel passes it, over power of the noise, in dB, in [-200, 200]. */
  readonly snr: number;
  /** The power falls with this power of the frequency, in [-4, 4]: 0 is white, 1 pink, 2 brown. */
  readonly exponent: number;
  /** Which noise: a 32-bit integer. */
  readonly seed: number;
}
