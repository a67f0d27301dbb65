export const frontEnds = ['full-band', 'invariant'] as const;

/**
 * How descriptors treat the recording.
 *
 * - `full-band`: the whole spectrum from 0 to 8000 Hz at the recorded level. Best if training and test clips are
 *   recorded in the same way.
 * - `invariant`: 100 to 7000 Hz, relative to the level of the loud frames of the clip, with a white noise floor 55 dB
 *   below it, so that a gain does not change the result. For speakers and microphones that differ from training.
 */
export type FrontEnd = (typeof frontEnds)[number];

/** The settings of a front end. */
export interface FrontEndSettings {
  /** Lowest and highest frequency used, in Hz, both included. */
  readonly band: readonly [lowest: number, highest: number];
  /** Edges of the mel filters, in Hz. */
  readonly melBand: readonly [lowest: number, highest: number];
  /** Added to the power of each mel band, and of each bin for the spectral shape. */
  readonly powerFloor: number;
  /** Added to the sum of magnitudes that normalizes the spectral flux. */
  readonly magnitudeFloor: number;
  /** Edges of the contrast bands, in Hz. */
  readonly contrastEdges: readonly number[];
  /** Factor of the logarithm of the flatness: 1 for natural logarithms, or for decibels. */
  readonly flatnessUnit: number;
  /** Loudness of a mel band with power 1. */
  readonly loudnessUnit: number;
  readonly hasChroma: boolean;
}

/** Decibels of power per unit of its natural logarithm. */
export const decibelsPerNeper = 10 / Math.LN10;

export const frontEndSettings: Readonly<Record<FrontEnd, FrontEndSettings>> = {
  'full-band': {
    band: [0, 8000],
    melBand: [20, 8000],
    powerFloor: 1e-9,
    magnitudeFloor: 1e-6,
    contrastEdges: [0, 200, 400, 800, 1600, 3200, 6400, 8000],
    flatnessUnit: 1,
    loudnessUnit: 1,
    hasChroma: true,
  },
  invariant: {
    band: [100, 7000],
    melBand: [100, 7000],
    powerFloor: 0,
    magnitudeFloor: 0,
    contrastEdges: [100, 400, 800, 1600, 3200, 5000, 7001],
    flatnessUnit: decibelsPerNeper,
    loudnessUnit: 1e4 ** 0.3,
    hasChroma: false,
  },
};
