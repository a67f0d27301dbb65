import type { Range } from '../augmentation.js';

/** How channels are drawn. The defaults make microphones, rooms and lines as different as those of corpora are. */
export interface ChannelOptions {
  /**
   * Standard deviation of the equaliser's gains, in dB, in [0, 20].
   *
   * @default 4
   */
  readonly equaliser?: number;
  /**
   * Knots of the equaliser, an integer in [2, 64].
   *
   * @default 8
   */
  readonly nKnots?: number;
  /**
   * Standard deviation of the slope of the whole spectrum, in dB an octave, in [0, 2.5].
   *
   * @default 1.5
   */
  readonly tilt?: number;
  /**
   * An upper end of the band.
   *
   * @default { probability: 0.35, cutoff: [3400, 7000], slope: 48 }
   */
  readonly lowPass?: BandEdgeOptions;
  /**
   * A lower end of the band.
   *
   * @default { probability: 0.35, cutoff: [100, 300], slope: 18 }
   */
  readonly highPass?: BandEdgeOptions;
  /**
   * A room.
   *
   * @default { probability: 0.5, time: [0.12, 0.5], level: [-12, 0] }
   */
  readonly reverberation?: ReverberationOptions;
  /**
   * Noise.
   *
   * @default { probability: 0.8, snr: [12, 40], exponent: [0, 2] }
   */
  readonly noise?: ColouredNoiseOptions;
}

/** Whether a part of the channel is there. */
interface Chance {
  /** How likely it is, in [0, 1]; 0 leaves it out. */
  readonly probability?: number;
}

/** As `BandEdge`. */
export interface BandEdgeOptions extends Chance {
  /** In Hz, > 0. */
  readonly cutoff?: Range;
  /** In dB an octave, in [0, 192]. */
  readonly slope?: Range;
}

/** As `Reverberation`. */
export interface ReverberationOptions extends Chance {
  /** In seconds, in [0.01, 10]. */
  readonly time?: Range;
  /** In dB, in [-200, 200]. */
  readonly level?: Range;
}

/** As `ColouredNoise`. */
export interface ColouredNoiseOptions extends Chance {
  /** In dB, in [-200, 200]. */
  readonly snr?: Range;
  /** In [-4, 4]. */
  readonly exponent?: Range;
}

/** The options with nothing left open. */
export interface ResolvedChannelOptions extends Required<Omit<ChannelOptions, ChannelPart>> {
  readonly lowPass: Required<BandEdgeOptions>;
  readonly highPass: Required<BandEdgeOptions>;
  readonly reverberation: Required<ReverberationOptions>;
  readonly noise: Required<ColouredNoiseOptions>;
}

/** What may be there or not. */
export type ChannelPart = 'lowPass' | 'highPass' | 'reverberation' | 'noise';

const defaults: ResolvedChannelOptions = {
  equaliser: 4,
  nKnots: 8,
  tilt: 1.5,
  lowPass: { probability: 0.35, cutoff: [3400, 7000], slope: 48 },
  highPass: { probability: 0.35, cutoff: [100, 300], slope: 18 },
  reverberation: { probability: 0.5, time: [0.12, 0.5], level: [-12, 0] },
  noise: { probability: 0.8, snr: [12, 40], exponent: [0, 2] },
};

/** What was given, and the defaults for the rest. */
export function resolveChannelOptions(options: ChannelOptions): ResolvedChannelOptions {
  return {
    ...defaults,
    ...options,
    lowPass: { ...defaults.lowPass, ...options.lowPass },
    highPass: { ...defaults.highPass, ...options.highPass },
    reverberation: { ...defaults.reverberation, ...options.reverberation },
    noise: { ...defaults.noise, ...options.noise },
  };
}
