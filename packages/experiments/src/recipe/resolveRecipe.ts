import type { SplitRequest } from '@ser/datasets';
import { isNetwork } from '@ser/models';
import { adaptRecipe, hasOwnData } from './adaptRecipe.js';
import { chooseCorpora } from './chooseCorpora.js';
import type { DataSource } from './dataFolder.js';
import type { Normalization, NormalizationScope } from './normalization.js';
import { parseRecipe } from './parseRecipe.js';
import type { Member, Recipe } from './recipe.js';
import { namesItsValidation } from './validation.js';

/** What a run may change in a recipe. The run folder has the changed recipe, which repeats the run. */
export interface RecipeOverrides {
  /** Passes over the training clips, at least 1; in an ensemble, those of the networks. @default the recipe's */
  readonly epochs?: number;
  /** Seed of the split, augmented copies, initial weights, shuffling and bootstrap. @default the recipe's */
  readonly seed?: number;
  /**
   * Which clips are for training and which for testing; the source's split is then not run. A split without validation
   * clips uses the `validationFraction` of the recipe's own split. @default the recipe's
   */
  readonly split?: SplitRequest;
  /** Whether to run the source's split too, if the recipe has one. @default true, without `split` */
  readonly sourceSplit?: boolean;
  /** Which of the recipe's corpora to use. Labels that none of them has are dropped. @default all */
  readonly corpora?: readonly string[];
  /**
   * Recordings: a recipe with `corporaTaken: 'given'` uses the corpora that have some. If some belong to a corpus that the
   * recipe does not name, the recipe is run on these recordings instead of its own corpora. @default none
   */
  readonly data?: readonly DataSource[];
  /**
   * The emotions to recognize, in the order of the model's outputs. @default the recipe's that the recordings have; with
   * recordings that the recipe does not name, also their other labels
   */
  readonly labels?: readonly string[];
  /** How features are normalized; a scope alone keeps the recipe's `clip`. @default the recipe's */
  readonly normalize?: NormalizationScope | Normalization;
}

/**
 * The recipe with a run's overrides applied, checked again.
 *
 * @throws {SerError} `invalid-recipe` if an override breaks the recipe's rules; `missing-data` for a corpus that the
 *   recipe does not have
 */
export function resolveRecipe(recipe: Recipe, overrides: RecipeOverrides): Recipe {
  const { seed, split } = overrides;
  const { sourceSplit, ...others } = withData(recipe, overrides);
  const keepsSource = sourceSplit !== undefined && (overrides.sourceSplit ?? split === undefined);
  const changed = {
    ...others,
    ...(split !== undefined && { split: withValidation(split, recipe.split) }),
    ...(keepsSource && { sourceSplit }),
    ...(seed !== undefined && { seed }),
    members: others.members.map((member) => changeMember(member, recipe, overrides)),
  };
  return parseRecipe(changed, recipe.name);
}

/** The recipe for the corpora and labels of a run. */
function withData(recipe: Recipe, overrides: RecipeOverrides): Recipe {
  const { data = [], labels, corpora } = overrides;
  if (corpora === undefined && hasOwnData(recipe, data)) return adaptRecipe(recipe, { ...overrides, data });
  const chosen = chooseCorpora(recipe, overrides);
  if (labels === undefined) return chosen;
  return { ...chosen, labels, members: chosen.members.map((member) => withoutWeights(member)) };
}

/** Weights of classes belong to the recipe's labels. */
function withoutWeights(member: Member): Member {
  const { classWeights, ...training } = member.training;
  return Array.isArray(classWeights) ? { ...member, training } : member;
}

/** `epochs` applies to the networks, if there are any. */
function changeMember(
  member: Member,
  { members }: Recipe,
  { epochs, normalize }: Pick<RecipeOverrides, 'epochs' | 'normalize'>,
): Member {
  const takesEpochs =
    isNetwork(member.classifier) || members.every(({ classifier }) => !isNetwork(classifier));
  return {
    ...member,
    ...(normalize !== undefined && { normalize: withLimit(normalize, member.normalize) }),
    ...(epochs !== undefined && takesEpochs && { training: { ...member.training, epochs } }),
  };
}

/** A scope alone keeps the limit of z-scores. */
function withLimit(normalize: NormalizationScope | Normalization, original: Normalization): Normalization {
  return typeof normalize === 'string' ? { ...original, scope: normalize } : normalize;
}

/** Early stopping keeps its validation clips when only the kind of split changes. */
function withValidation(request: SplitRequest, { validationFraction = 0 }: SplitRequest): SplitRequest {
  if (request.validationFraction !== undefined || validationFraction === 0) return request;
  return namesItsValidation(request) ? request : { ...request, validationFraction };
}
