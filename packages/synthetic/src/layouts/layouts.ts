import { requireOneOf } from '@ser/core';
import { cremaDLayout } from './cremaDLayout.js';
import { emodbLayout } from './emodbLayout.js';
import { ravdessLayout } from './ravdessLayout.js';
import { saveeLayout } from './saveeLayout.js';
import type { SyntheticLayout } from './syntheticLayout.js';
import { tessLayout } from './tessLayout.js';

/** A corpus whose file names, speakers, and sexes a synthetic corpus can use. */
export type SyntheticLayoutName = 'ravdess' | 'crema-d' | 'savee' | 'tess' | 'emodb';

/** The position of a layout determines its random stream, so keep the order. */
const layouts: Readonly<Record<SyntheticLayoutName, SyntheticLayout>> = {
  ravdess: ravdessLayout,
  'crema-d': cremaDLayout,
  savee: saveeLayout,
  tess: tessLayout,
  emodb: emodbLayout,
};

/** @throws {SerError} `invalid-option` for an unknown layout */
export function findLayout(name: SyntheticLayoutName): SyntheticLayout {
  requireOneOf('layout', name, Object.keys(layouts));
  return layouts[name];
}

/** The number of a layout's random stream; 0 for RAVDESS, which uses the seed itself. */
export function layoutNumber(name: SyntheticLayoutName): number {
  return Object.keys(layouts).indexOf(name);
}
