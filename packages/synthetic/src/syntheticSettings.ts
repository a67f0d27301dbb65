import type { SyntheticEmotion } from './emotionStyles.js';
import { SyntheticError } from './errors.js';
import type { SyntheticLayout } from './layouts/syntheticLayout.js';
import { findLayout } from './layouts/syntheticLayouts.js';
import type { SyntheticLayoutName } from './layouts/syntheticLayouts.js';
import {
  expressivenessBounds,
  requireInteger,
  requireNumber,
  sampleRateBounds,
  seedBounds,
} from './requireOption.js';
import { defaultExpressiveness, defaultSampleRate } from './synthesizeUtterance.js';

/** What a synthetic corpus is to be like. */
export interface SyntheticVoicesOptions {
  /**
   * The corpus whose file names, speakers and sexes the clips take on. Whatever words a name stands for, the voice
   * says one of RAVDESS's two English statements.
   *
   * @default 'ravdess'
   */
  readonly layout?: SyntheticLayoutName;
  /**
   * Number of voices, from 1 to as many as the corpus has: 24 (ravdess), 91 (crema-d), 4 (savee), 2 (tess), 10 (emodb).
   *
   * @default 8, or all where there are fewer
   */
  readonly speakers?: number;
  /**
   * Whole number that everything random depends on. Fewer or more speakers change nothing about the others.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * Of those that the corpus has; the synthesiser knows angry, disgust, fear, happy, neutral, sad and surprise.
   *
   * @default ['neutral', 'happy', 'sad', 'angry']
   */
  readonly emotions?: readonly SyntheticEmotion[];
  /**
   * Takes of each statement in each emotion and intensity, from 1 to as many as the corpus's names can tell apart:
   * 2 (ravdess), 3 (crema-d), 7 (savee), 100 (tess), 6 (emodb).
   *
   * @default 2
   */
  readonly repetitions?: number;
  /**
   * In Hz, 16000 to 48000.
   *
   * @default 16000
   */
  readonly sampleRate?: number;
  /**
   * How far emotions depart from neutral speech, from 0, not at all, to 1.5.
   *
   * @default defaultExpressiveness
   */
  readonly expressiveness?: number;
}

export type SyntheticSettings = ReturnType<typeof resolveSettings>;

/**
 * The options with their defaults in place.
 *
 * @throws {SerError} `invalid-option` when one is out of its bounds
 */
export function resolveSettings(options: SyntheticVoicesOptions) {
  const name = options.layout ?? 'ravdess';
  const layout = findLayout(name);
  const nCast = layout.cast.length;
  return {
    name,
    layout,
    speakers: requireInteger('speakers', options.speakers ?? Math.min(8, nCast), [1, nCast]),
    seed: requireInteger('seed', options.seed ?? 1, seedBounds),
    emotions: requireEmotions(options.emotions ?? ['neutral', 'happy', 'sad', 'angry'], layout),
    repetitions: requireInteger('repetitions', options.repetitions ?? 2, [1, layout.maxRepetitions]),
    sampleRate: requireInteger('sampleRate', options.sampleRate ?? defaultSampleRate, sampleRateBounds),
    expressiveness: requireNumber(
      'expressiveness',
      options.expressiveness ?? defaultExpressiveness,
      expressivenessBounds,
    ),
  };
}

function requireEmotions(
  emotions: readonly SyntheticEmotion[],
  { emotionCodes }: SyntheticLayout,
): readonly SyntheticEmotion[] {
  const known = Object.keys(emotionCodes).sort().join(', ');
  const stranger = emotions.find((emotion) => !Object.hasOwn(emotionCodes, emotion));
  if (stranger === undefined && emotions.length > 0 && new Set(emotions).size === emotions.length)
    return emotions;
  throw new SyntheticError(
    'invalid-option',
    `Expected \`emotions\` to name one or more of ${known}, each once, got \`${emotions.join(', ')}\`.`,
  );
}
