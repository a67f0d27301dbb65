import { SyntheticError } from '../errors.js';
import { cremaDLayout } from './cremaDLayout.js';
import { emodbLayout } from './emodbLayout.js';
import { ravdessLayout } from './ravdessLayout.js';
import { saveeLayout } from './saveeLayout.js';
import type { SyntheticLayout } from './syntheticLayout.js';
import { tessLayout } from './tessLayout.js';

export type SyntheticLayoutName = 'ravdess' | 'crema-d' | 'savee' | 'tess' | 'emodb';

/** The first takes its random draws from the seed alone, the others each from a stream of their own: keep the order. */
const layouts: Readonly<Record<SyntheticLayoutName, SyntheticLayout>> = {
  ravdess: ravdessLayout,
  'crema-d': cremaDLayout,
  savee: saveeLayout,
  tess: tessLayout,
  emodb: emodbLayout,
};

/** @throws {SerError} `invalid-option` for a layout that does not exist, listing those that do */
export function findLayout(name: SyntheticLayoutName): SyntheticLayout {
  if (Object.hasOwn(layouts, name)) return layouts[name];
  const known = Object.keys(layouts).join(', ');
  throw new SyntheticError('invalid-option', `Expected \`layout\` to be one of ${known}, got \`${name}\`.`);
}

/** A number that tells the layouts' streams of random numbers apart, 0 for RAVDESS. */
export function layoutNumber(name: SyntheticLayoutName): number {
  return Object.keys(layouts).indexOf(name);
}
