import type { SyntheticEmotion } from '../synthesis/emotionStyles.js';
import { invalidOption, requireInteger, requireNumber } from '@ser/core';
import type { SyntheticLayout } from '../layouts/syntheticLayout.js';
import { findLayout, type SyntheticLayoutName } from '../layouts/layouts.js';
import { expressivenessBounds, sampleRateBounds, seedBounds } from '../synthesis/bounds.js';
import { defaultExpressiveness, defaultSampleRate } from '../synthesis/synthesizeUtterance.js';

/** The properties of a synthetic corpus. */
export interface SyntheticVoicesOptions {
  /**
   * The corpus whose file names, speakers, and sexes the clips use. The voices always say one of RAVDESS's two English
   * statements, whatever the file name says.
   *
   * @default 'ravdess'
   */
  readonly layout?: SyntheticLayoutName;
  /**
   * Number of speakers, from 1 to that of the corpus: 24 (ravdess), 91 (crema-d), 4 (savee), 2 (tess), 10 (emodb).
   *
   * @default 8, or all if the corpus has fewer
   */
  readonly speakers?: number;
  /**
   * An integer from 0 to 2^31 - 1. A speaker's clips depend on the seed, but not on the number of speakers.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * One or more different emotions that the corpus has: angry, disgust, fear, happy, neutral, sad, surprise.
   *
   * @default ['neutral', 'happy', 'sad', 'angry']
   */
  readonly emotions?: readonly SyntheticEmotion[];
  /**
   * Takes of each statement in each emotion and intensity, from 1 to the number for which the corpus has names: 2
   * (ravdess), 3 (crema-d), 7 (savee), 100 (tess), 6 (emodb).
   *
   * @default 2
   */
  readonly repetitions?: number;
  /**
   * An integer from 16000 to 48000, in Hz.
   *
   * @default 16000
   */
  readonly sampleRate?: number;
  /**
   * How much emotions differ from neutral speech, from 0 (not at all) to 1.5.
   *
   * @default 1
   */
  readonly expressiveness?: number;
}

/** The options with their defaults, and the layout of the corpus. */
export interface SyntheticSettings extends Required<SyntheticVoicesOptions> {
  readonly corpus: SyntheticLayout;
}

/**
 * Adds the defaults to the options.
 *
 * @throws {SerError} `invalid-option` if one is out of bounds
 */
export function resolveSettings(options: SyntheticVoicesOptions): SyntheticSettings {
  const { layout = 'ravdess', seed = 1, repetitions = 2 } = options;
  const { sampleRate = defaultSampleRate, expressiveness = defaultExpressiveness } = options;
  const { emotions = ['neutral', 'happy', 'sad', 'angry'] } = options;
  const corpus = findLayout(layout);
  const nSpeakers = corpus.speakers.length;
  const { speakers = Math.min(8, nSpeakers) } = options;
  requireInteger('speakers', speakers, { min: 1, max: nSpeakers });
  requireInteger('seed', seed, seedBounds);
  requireEmotions(emotions, corpus);
  requireInteger('repetitions', repetitions, { min: 1, max: corpus.maxRepetitions });
  requireInteger('sampleRate', sampleRate, sampleRateBounds);
  requireNumber('expressiveness', expressiveness, expressivenessBounds);
  return { layout, corpus, speakers, seed, emotions, repetitions, sampleRate, expressiveness };
}

function requireEmotions(emotions: readonly SyntheticEmotion[], { emotionCodes }: SyntheticLayout): void {
  const areKnown = emotions.every((emotion) => Object.hasOwn(emotionCodes, emotion));
  if (areKnown && emotions.length > 0 && new Set(emotions).size === emotions.length) return;
  const known = Object.keys(emotionCodes).sort().join(', ');
  throw invalidOption('emotions', `a list of one or more different emotions of ${known}`, emotions);
}
