import { publishedSplits, type SplitRequest } from '@ser/datasets';
import type { TrainingRecipe } from './recipe.js';

/** Whether a split has validation clips: by a `validationFraction`, or because a published split names them. */
export function setsValidationApart(request: SplitRequest): boolean {
  return (request.validationFraction ?? 0) > 0 || namesItsValidation(request);
}

/** Whether it is a published split that names its own validation clips. */
export function namesItsValidation(request: SplitRequest): boolean {
  if (request.kind !== 'published') return false;
  const published = publishedSplits.find(({ name }) => name === request.name);
  return published?.folds.some(({ validation }) => validation !== undefined) ?? false;
}

/** The callbacks of a training that need validation clips, by their path in the member. */
export function validationWatchers({
  earlyStopping,
  reduceLearningRateOnPlateau,
}: Pick<TrainingRecipe, 'earlyStopping' | 'reduceLearningRateOnPlateau'>): readonly string[] {
  const callbacks = { earlyStopping, reduceLearningRateOnPlateau };
  return Object.entries(callbacks)
    .filter(([, callback]) => callback && (callback.monitor ?? 'validationLoss').startsWith('validation'))
    .map(([name]) => `training.${name}`);
}
