import { fitEncoder } from '@ser/models';
import type { Encoder } from '@ser/models';
import { featuresOf } from '../clipFeatures/extract.js';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import { fitNormalizer } from '../normalization/fitNormalizer.js';
import type { ClipsNormalizer } from '../normalization/fitNormalizer.js';
import { normalizationOf } from '../normalization/normalization.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { encodedClips } from './encodedClips.js';
import type { Encoding, Preparation } from './examplesOf.js';

type PreparingRecipe = Pick<SingleRecipe, 'normalize' | 'encoding' | 'seed'>;

export interface FitPreparationOptions {
  /** Rows trained on, copies included; no other is fitted to. */
  readonly train: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/** Fits to some training clips what comes before the classifier: the normaliser, and the encoder of their frames. */
export async function fitPreparation(
  clips: ExtractedClips,
  recipe: PreparingRecipe,
  { train, signal }: FitPreparationOptions,
): Promise<Preparation> {
  const normalizer = fitNormalizer(clips, train, recipe.normalize);
  if (recipe.encoding === undefined) return { normalizer };
  const normalised = train.map((row) => normalizer.of(row).apply(featuresOf(clips, row)));
  const encoder = await fitEncoder(recipe.encoding, normalised, { seed: recipe.seed, signal });
  return { normalizer, encoding: encodingOf(clips, recipe, { train, normalizer, encoder }) };
}

interface FittedEncoder extends Pick<FitPreparationOptions, 'train'> {
  readonly normalizer: ClipsNormalizer;
  readonly encoder: Encoder;
}

/**
 * What an encoder makes of the clips. It brings that to the scale of the training clips itself; where each speaker is
 * normalised by his own clips, so are his rows.
 */
export function encodingOf(
  clips: ExtractedClips,
  { normalize }: PreparingRecipe,
  { train, normalizer, encoder }: FittedEncoder,
): Encoding {
  const encoded = encodedClips(clips, normalizer, encoder);
  const { clip = 3 } = encoder.description;
  const { scope, ...others } = normalizationOf(normalize);
  return {
    encoder,
    clips: encoded,
    ...(scope === 'speaker' && { normalizer: fitNormalizer(encoded, train, { ...others, scope, clip }) }),
  };
}
