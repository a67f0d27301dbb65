import type { TrainingRecipe } from './recipe.js';

/** What of a training looks at validation clips, by its path in the recipe; empty when nothing does. */
export function validationWatchers({
  earlyStopping,
  reduceLearningRateOnPlateau,
}: Pick<TrainingRecipe, 'earlyStopping' | 'reduceLearningRateOnPlateau'>): readonly string[] {
  const callbacks = { earlyStopping, reduceLearningRateOnPlateau };
  return Object.entries(callbacks)
    .filter(([, callback]) => callback && (callback.monitor ?? 'validationLoss').startsWith('validation'))
    .map(([name]) => `training.${name}`);
}
