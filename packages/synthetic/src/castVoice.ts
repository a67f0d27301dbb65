import type { SyntheticLayoutName } from './layouts/syntheticLayouts.js';
import { findLayout, layoutNumber } from './layouts/syntheticLayouts.js';
import { RandomSource } from './randomSource.js';
import { seedBounds } from './requireOption.js';
import type { Voice } from './voice.js';
import { makeVoice } from './voice.js';

/** Stream of random numbers from which the seeds of layouts are drawn, apart from those of voices and takes. */
const layoutStream = 3;

/** The seed of a layout's voices and takes: no two layouts share a voice, so that their corpora can be mixed. */
export function seedOfLayout(seed: number, layout: SyntheticLayoutName): number {
  const number = layoutNumber(layout);
  return number === 0
    ? seed
    : Math.floor(new RandomSource(seed, layoutStream, number).uniform(...seedBounds));
}

/**
 * The voice of a layout's speaker, of the sex that the corpus says.
 *
 * @param speaker from 1: which of the layout's cast
 */
export function castVoice(seed: number, layout: SyntheticLayoutName, speaker: number): Voice {
  return makeVoice(seedOfLayout(seed, layout), voiceNumber(layout, speaker));
}

/** `makeVoice` gives odd numbers to men and even ones to women, as RAVDESS does. */
function voiceNumber(layout: SyntheticLayoutName, speaker: number): number {
  if (layout === 'ravdess') return speaker;
  return findLayout(layout).cast[speaker - 1]!.sex === 'male' ? 2 * speaker - 1 : 2 * speaker;
}
