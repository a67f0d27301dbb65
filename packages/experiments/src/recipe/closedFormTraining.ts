import { closedFormKinds } from '@ser/classifiers';
import { isClosedForm } from '@ser/models';
import type { z } from 'zod';
import type { Method, TrainingRecipe } from './recipe.js';

/** What only networks that are trained epoch by epoch have a use for. */
const ofNetworks = [
  'learningRateSchedule',
  'earlyStopping',
  'reduceLearningRateOnPlateau',
  'labelSmoothing',
  'mixup',
  'reestimateStatistics',
] as const satisfies readonly (keyof TrainingRecipe)[];

/** A recipe's JSON, with one epoch where a closed-form classifier is described and no number of epochs is given. */
export function oneEpochInClosedForm(json: unknown): unknown {
  if (!isObject(json) || !isObject(json['classifier'])) return json;
  const { kind } = json['classifier'];
  if (!closedFormKinds.some((known) => known === kind)) return json;
  const training = json['training'] ?? {};
  return isObject(training) ? { ...json, training: { epochs: 1, ...training } } : json;
}

/** Refuses, as a check of the recipe's schema, to train a closed-form classifier as if it were a network. */
export function closedFormTraining({
  value: { classifier, training },
  issues,
}: z.core.ParsePayload<Pick<Method, 'classifier' | 'training'>>): void {
  if (!isClosedForm(classifier)) return;
  const refuse = (key: keyof TrainingRecipe, message: string) =>
    issues.push({ code: 'custom', input: training[key], path: ['training', key], message });
  if (training.epochs !== 1) {
    refuse('epochs', `\`${classifier.kind}\` is fitted at once, in 1 epoch; got ${training.epochs}`);
  }
  for (const key of ofNetworks) {
    if (training[key] !== undefined) refuse(key, `belongs to networks, and this is \`${classifier.kind}\``);
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
