import { isNetwork } from '@ser/models';
import { isObject } from './isObject.js';
import type { Problem } from './problem.js';
import type { Member, TrainingRecipe } from './recipe.js';

/** Training options that only networks have. */
const networkOptions = [
  'learningRateSchedule',
  'earlyStopping',
  'reduceLearningRateOnPlateau',
  'labelSmoothing',
  'mixup',
  'reestimateStatistics',
] as const satisfies readonly (keyof TrainingRecipe)[];

/** A member's JSON with one epoch, if its classifier is fitted without epochs and the JSON gives no number. */
export function withOneEpoch(json: unknown): unknown {
  if (!isObject(json) || !isObject(json['classifier'])) return json;
  const { kind } = json['classifier'];
  if (isNetwork({ kind } as Member['classifier'])) return json;
  const training = json['training'] ?? {};
  return isObject(training) ? { ...json, training: { epochs: 1, ...training } } : json;
}

/** Refuses network options for a classifier that is fitted without epochs. */
export function trainingProblems({ classifier, training }: Member): readonly Problem[] {
  if (isNetwork(classifier)) return [];
  const { kind } = classifier;
  const problem = (key: keyof TrainingRecipe, message: string) => ({ path: ['training', key], message });
  return [
    ...(training.epochs === 1
      ? []
      : [problem('epochs', `must be 1, because \`${kind}\` is fitted in one pass; got ${training.epochs}`)]),
    ...networkOptions
      .filter((key) => training[key] !== undefined)
      .map((key) => problem(key, `is an option of networks, not of \`${kind}\`; leave it out`)),
  ];
}
