import type { Range } from '../range.js';

/** The distribution of random channels. With the defaults, channels differ about as much as those of speech corpora. */
export interface ChannelOptions {
  /**
   * Standard deviation of the gains of the equalizer, in dB, from 0 to 20.
   *
   * @default 4
   */
  readonly equalizer?: number;
  /**
   * Number of gains of the equalizer, an integer from 2 to 64.
   *
   * @default 8
   */
  readonly nKnots?: number;
  /**
   * Standard deviation of the slope of the whole spectrum, in dB per octave, from 0 to 2.5.
   *
   * @default 1.5
   */
  readonly tilt?: number;
  /**
   * The upper edge of the band.
   *
   * @default { probability: 0.35, cutoff: [3400, 7000], slope: 48 }
   */
  readonly lowPass?: BandEdgeOptions;
  /**
   * The lower edge of the band.
   *
   * @default { probability: 0.35, cutoff: [100, 300], slope: 18 }
   */
  readonly highPass?: BandEdgeOptions;
  /**
   * The room.
   *
   * @default { probability: 0.5, time: [0.12, 0.5], level: [-12, 0] }
   */
  readonly reverberation?: ReverberationOptions;
  /**
   * Background noise.
   *
   * @default { probability: 0.8, snr: [12, 40], exponent: [0, 2] }
   */
  readonly noise?: ColoredNoiseOptions;
}

/** How often a channel has a part. */
interface Chance {
  /** Probability of the part, from 0 to 1; 0 leaves it out. */
  readonly probability?: number;
}

/** Ranges of a `BandEdge`. */
export interface BandEdgeOptions extends Chance {
  /** In Hz, above 0. */
  readonly cutoff?: Range;
  /** In dB per octave, from 0 to 192. */
  readonly slope?: Range;
}

/** Ranges of a `Reverberation`. */
export interface ReverberationOptions extends Chance {
  /** In seconds, from 0.01 to 10. */
  readonly time?: Range;
  /** In dB, from -200 to 200. */
  readonly level?: Range;
}

/** Ranges of `ColoredNoise`. */
export interface ColoredNoiseOptions extends Chance {
  /** In dB, from -200 to 200. */
  readonly snr?: Range;
  /** From -4 to 4. */
  readonly exponent?: Range;
}

/** Options with all defaults filled in. */
export interface ResolvedChannelOptions extends Required<Omit<ChannelOptions, ChannelPart>> {
  readonly lowPass: Required<BandEdgeOptions>;
  readonly highPass: Required<BandEdgeOptions>;
  readonly reverberation: Required<ReverberationOptions>;
  readonly noise: Required<ColoredNoiseOptions>;
}

/** The optional parts of a channel. */
export type ChannelPart = 'lowPass' | 'highPass' | 'reverberation' | 'noise';

const defaults: ResolvedChannelOptions = {
  equalizer: 4,
  nKnots: 8,
  tilt: 1.5,
  lowPass: { probability: 0.35, cutoff: [3400, 7000], slope: 48 },
  highPass: { probability: 0.35, cutoff: [100, 300], slope: 18 },
  reverberation: { probability: 0.5, time: [0.12, 0.5], level: [-12, 0] },
  noise: { probability: 0.8, snr: [12, 40], exponent: [0, 2] },
};

/** Fills in the defaults. */
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
