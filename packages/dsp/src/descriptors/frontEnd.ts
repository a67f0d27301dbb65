/**
 * How sound becomes frames of numbers.
 *
 * - `full-band`: all there is, from 0 to 8000 Hz, at the level it was recorded with. Best where training and test clips
 *   come from the same kind of recording.
 * - `invariant`: 100 to 7000 Hz, over the level of the clip's loud frames and a white floor 55 dB below them; the same
 *   at any gain. For voices and microphones that training never met.
 */
export const frontEnds = ['full-band', 'invariant'] as const;
export type FrontEnd = (typeof frontEnds)[number];

/** What the front ends differ in, frame by frame. */
export interface FrontEndSettings {
  /** Lowest and highest frequency that counts, in Hz, both included. */
  readonly band: readonly [lowest: number, highest: number];
  /** Edges of the mel filters, in Hz. */
  readonly melBand: readonly [lowest: number, highest: number];
  /** Added to the power of each mel band, and of each bin whose spectral shape is measured. */
  readonly powerFloor: number;
  /** Added to the sum of magnitudes that the spectral flux is relative to. */
  readonly magnitudeFloor: number;
  /** Edges of the contrast bands, in Hz. */
  readonly contrastEdges: readonly number[];
  /** The natural logarithm's unit in the flatness: 1, or decibels. */
  readonly flatnessUnit: number;
  /** What mel power 1 adds to the loudness. */
  readonly loudnessUnit: number;
  readonly hasChroma: boolean;
}

/** Decibels of power in a unit of its natural logarithm. */
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
