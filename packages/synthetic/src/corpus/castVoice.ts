import { RandomStream } from '@ser/core';
import { findLayout, layoutNumber, type SyntheticLayoutName } from '../layouts/layouts.js';
import { seedBounds } from '../synthesis/bounds.js';
import { makeVoice, type Voice } from '../synthesis/voice.js';

/** Number of the random stream of layout seeds; voices and takes have others. */
const layoutStream = 3;

/** The seed of a layout's voices and takes. Layouts have different voices, so that their corpora can be combined. */
export function seedOfLayout(seed: number, layout: SyntheticLayoutName): number {
  const number = layoutNumber(layout);
  return number === 0 ? seed : drawSeed(seed, layoutStream, number);
}

/** A seed drawn from the random stream of these seeds. */
export function drawSeed(...seeds: readonly number[]): number {
  return Math.floor(new RandomStream(...seeds).uniform(seedBounds.min, seedBounds.max));
}

/**
 * The voice of a speaker of a layout, of the sex that the corpus states.
 *
 * @param speaker position among the layout's speakers, from 1
 */
export function castVoice(seed: number, layout: SyntheticLayoutName, speaker: number): Voice {
  return makeVoice(seedOfLayout(seed, layout), voiceNumber(layout, speaker));
}

/** `makeVoice` gives odd numbers to men and even ones to women, as in RAVDESS. */
function voiceNumber(layout: SyntheticLayoutName, speaker: number): number {
  if (layout === 'ravdess') return speaker;
  return findLayout(layout).speakers[speaker - 1]!.sex === 'male' ? 2 * speaker - 1 : 2 * speaker;
}
