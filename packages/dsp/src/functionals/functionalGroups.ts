import { descriptorGroups, descriptorNames } from '../descriptors/descriptorNames.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';

/** The groups of functionals, in the order of their columns: groups of descriptors, then pitch and statistics of time. */
export const functionalGroups = [...descriptorGroups, 'f0', 'rhythm', 'modulation', 'correlation'] as const;

/**
 * What functionals describe: a group of descriptors, pitch (`f0`), the rhythm of speech, the modulation of mel bands, or
 * the correlation of MFCC.
 */
export type FunctionalGroup = (typeof functionalGroups)[number];

/** The families of statistics of descriptors and `f0`, in the order of their columns. */
export const functionalStatistics = [
  'moments',
  'percentiles',
  'ranges',
  'trend',
  'delta',
  'delta2',
  'voiced',
  'unvoiced',
  'segments',
  'thirds',
] as const;

/**
 * A family of statistics over time. Only `f0` has `segments`; it has no `delta2`, `voiced`, and `unvoiced`, because all
 * its statistics refer to voiced frames.
 */
export type FunctionalStatistic = (typeof functionalStatistics)[number];

/** The groups of a front end: 'invariant' has no chroma. */
export function groupsOf(frontEnd: FrontEnd): readonly FunctionalGroup[] {
  return functionalGroups.filter(
    (group) => group !== 'chroma' || descriptorNames[frontEnd].chroma.length > 0,
  );
}
