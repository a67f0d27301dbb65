import { numberedNames } from '../frames/features.js';
import type { FrontEnd } from './frontEnd.js';

/** Groups of contours: numbers that every frame has. */
export const contourGroups = ['mel', 'mfcc', 'spectrum', 'contrast', 'chroma', 'energy', 'hnr'] as const;
export type ContourGroup = (typeof contourGroups)[number];

export const spectrumNames = [
  'centroid',
  'bandwidth',
  'skewness',
  'logKurtosis',
  'rolloff25',
  'rolloff50',
  'rolloff75',
  'rolloff90',
  'logFlatness',
  'entropy',
  'flux',
  'slope',
  'slope0to500',
  'slope500to1500',
  'alphaRatio',
  'hammarbergIndex',
] as const;

/** Pitch classes from A on, a semitone apart. */
const pitchClassNames = ['A', 'Bb', 'B', 'C', 'Cs', 'D', 'Eb', 'E', 'F', 'Fs', 'G', 'Gs'] as const;

const fullBand: Readonly<Record<ContourGroup, readonly string[]>> = {
  mel: numberedNames('mel', 40),
  mfcc: numberedNames('mfcc', 20),
  spectrum: spectrumNames,
  contrast: numberedNames('contrast', 7),
  chroma: pitchClassNames.map((name) => `chroma${name}`),
  energy: ['level', 'loudness', 'zeroCrossingRate'],
  hnr: ['hnr'],
};

/** Names of the contours of each group, in the order of their columns. */
export const contoursOf: Readonly<Record<FrontEnd, Readonly<Record<ContourGroup, readonly string[]>>>> = {
  'full-band': fullBand,
  invariant: {
    ...fullBand,
    contrast: numberedNames('contrast', 6),
    chroma: [],
    energy: ['level', 'loudness'],
  },
};

/** Number of the first contour of each group. */
export function firstContours(frontEnd: FrontEnd): Readonly<Record<ContourGroup, number>> {
  let next = 0;
  const entries = contourGroups.map((group) => {
    const first = next;
    next += contoursOf[frontEnd][group].length;
    return [group, first] as const;
  });
  return Object.fromEntries(entries) as Record<ContourGroup, number>;
}
