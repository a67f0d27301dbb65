import type { SplitRequest } from '@ser/datasets';
import { isClosedForm } from '@ser/models';
import { chooseCorpora } from './chooseCorpora.js';
import { changeMethods, membersOf } from './membersOf.js';
import type { Normalization, NormalizationScope } from './normalization.js';
import { parseRecipe } from './parseRecipe.js';
import type { Method, Recipe } from './recipe.js';
import { namesItsValidation } from './setsValidationApart.js';

/** What a run may change in a recipe. The run folder keeps the recipe as changed, so that it repeats the run. */
export interface RecipeOverrides {
  /** Passes over the training clips, at least 1; of several classifiers, those of the networks. @default the recipe's */
  readonly epochs?: number;
  /** Seed of split, copies, initial weights, shuffling and bootstrap. @default the recipe's */
  readonly seed?: number;
  /**
   * Which clips are trained on and which are tested; the source's split is then left out. Where it sets no
   * validation clips apart, it takes over the share of the recipe's own split. @default the recipe's
   */
  readonly split?: SplitRequest;
  /** Whether the source's split, where the recipe has one, is run too. @default true, without `split` */
  readonly sourceSplit?: boolean;
  /** Which of the recipe's corpora to use; labels that none of them has are left out. @default all */
  readonly corpora?: readonly string[];
  /** Over whose clips features are normalised; a scope alone keeps the recipe's `clip`. @default the recipe's */
  readonly normalize?: NormalizationScope | Normalization;
}

/**
 * The recipe with a run's overrides in place, checked again.
 *
 * @throws {SerError} `invalid-recipe` when an override breaks the recipe's rules; `missing-data` for a
 *   corpus that the recipe has not
 */
export function resolveRecipe<Kind extends Recipe>(recipe: Kind, overrides: RecipeOverrides): Kind {
  const { seed, split, corpora } = overrides;
  const { sourceSplit, ...others } = corpora === undefined ? recipe : chooseCorpora(recipe, corpora);
  const keepsSource = sourceSplit !== undefined && (overrides.sourceSplit ?? split === undefined);
  const changed = {
    ...others,
    ...(split !== undefined && { split: withValidation(split, recipe.split) }),
    ...(keepsSource && { sourceSplit }),
    ...(seed !== undefined && { seed }),
  };
  return parseRecipe(changeMethods(changed, changeOf(recipe, overrides)), recipe.name) as Kind;
}

/** What overrides change in each method; epochs are those of networks, where there are any. */
function changeOf(recipe: Recipe, { epochs, normalize }: RecipeOverrides) {
  const closed = membersOf(recipe).every((member) => isClosedForm(member.recipe.classifier));
  return ({ classifier, training, normalize: original }: Method): Partial<Method> => ({
    ...(normalize !== undefined && { normalize: withClip(normalize, original) }),
    ...(epochs !== undefined &&
      (closed || !isClosedForm(classifier)) && { training: { ...training, epochs } }),
  });
}

/** Another scope alone leaves the limit of z-scores as it is. */
function withClip(
  normalize: NormalizationScope | Normalization,
  original: Method['normalize'],
): NormalizationScope | Normalization {
  if (typeof normalize !== 'string' || typeof original === 'string') return normalize;
  return { ...original, scope: normalize };
}

/** Early stopping of the recipe goes on watching when only the way of splitting is changed. */
function withValidation(request: SplitRequest, { validationFraction = 0 }: SplitRequest): SplitRequest {
  if (request.validationFraction !== undefined || validationFraction === 0) return request;
  return namesItsValidation(request) ? request : { ...request, validationFraction };
}
