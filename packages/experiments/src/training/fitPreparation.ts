import { fitFrameEncoder } from '@ser/classifiers';
import type { Features } from '@ser/dsp';
import { featuresOf } from '../features/extract.js';
import type { ExtractedClips } from '../features/extract.js';
import { normalizationOf } from '../recipe/normalization.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { encodedClips } from './encodedClips.js';
import type { EncodedClipsOptions } from './encodedClips.js';
import type { Encoding, Preparation } from './examplesOf.js';
import { inTurns } from './inTurns.js';
import { fitNormalizer } from './normalize/fitNormalizer.js';

type PreparingRecipe = Pick<SingleRecipe, 'normalize' | 'encoding' | 'seed'>;

export interface FitPreparationOptions {
  /** Rows trained on, copies included; no other is fitted to. */
  readonly train: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fits to some training clips what comes before the classifier: the normaliser, and the encoder of their frames.
 *
 * @throws the signal's reason
 */
export async function fitPreparation(
  clips: ExtractedClips,
  recipe: PreparingRecipe,
  { train, signal }: FitPreparationOptions,
): Promise<Preparation> {
  const normalizer = fitNormalizer(clips, train, recipe.normalize);
  if (recipe.encoding === undefined) return { normalizer };
  const normalised: Features[] = [];
  for await (const row of inTurns(train, signal)) {
    normalised.push(normalizer.of(row).apply(featuresOf(clips, row)));
  }
  const encoder = await fitFrameEncoder(recipe.encoding, normalised, { seed: recipe.seed, signal });
  return { normalizer, encoding: await encodingOf(clips, recipe, { train, normalizer, encoder, signal }) };
}

type EncodingOptions = FitPreparationOptions & EncodedClipsOptions;

/**
 * What an encoder makes of the clips. It brings that to the scale of the training clips itself; where each speaker is
 * normalised by his own clips, so are his rows.
 *
 * @throws the signal's reason
 */
export async function encodingOf(
  clips: ExtractedClips,
  { normalize }: PreparingRecipe,
  { train, normalizer, encoder, signal }: EncodingOptions,
): Promise<Encoding> {
  const encoded = await encodedClips(clips, { normalizer, encoder, signal });
  const { clip = 3 } = encoder.description;
  const { scope, ...others } = normalizationOf(normalize);
  return {
    encoder,
    clips: encoded,
    ...(scope === 'speaker' && { normalizer: fitNormalizer(encoded, train, { ...others, scope, clip }) }),
  };
}
