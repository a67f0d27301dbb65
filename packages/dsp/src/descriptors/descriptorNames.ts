import { numberedNames } from '../frames/features.js';
import type { FrontEnd } from './frontEnd.js';

/** Groups of descriptors, in the order of their contours. */
export const descriptorGroups = ['mel', 'mfcc', 'spectrum', 'contrast', 'chroma', 'energy', 'hnr'] as const;
export type DescriptorGroup = (typeof descriptorGroups)[number];

export const spectrumDescriptors = [
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

/** Pitch classes from A upward, a semitone apart. */
const pitchClassNames = ['A', 'Bb', 'B', 'C', 'Cs', 'D', 'Eb', 'E', 'F', 'Fs', 'G', 'Gs'] as const;

const fullBand: Readonly<Record<DescriptorGroup, readonly string[]>> = {
  mel: numberedNames('mel', 40),
  mfcc: numberedNames('mfcc', 20),
  spectrum: spectrumDescriptors,
  contrast: numberedNames('contrast', 7),
  chroma: pitchClassNames.map((name) => `chroma${name}`),
  energy: ['level', 'loudness', 'zeroCrossingRate'],
  hnr: ['hnr'],
};

/** Names of the descriptors of each group, in the order of their contours. */
export const descriptorNames: Readonly<
  Record<FrontEnd, Readonly<Record<DescriptorGroup, readonly string[]>>>
> = {
  'full-band': fullBand,
  invariant: {
    ...fullBand,
    contrast: numberedNames('contrast', 6),
    chroma: [],
    energy: ['level', 'loudness'],
  },
};

/** Index of the first contour of each group. */
export function firstDescriptors(frontEnd: FrontEnd): Readonly<Record<DescriptorGroup, number>> {
  let next = 0;
  const entries = descriptorGroups.map((group) => {
    const first = next;
    next += descriptorNames[frontEnd][group].length;
    return [group, first] as const;
  });
  return Object.fromEntries(entries) as Record<DescriptorGroup, number>;
}
