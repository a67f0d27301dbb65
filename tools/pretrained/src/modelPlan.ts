import { findRecipe, membersOf, parseRecipe, type Recipe } from '@ser/experiments';
import type { ModelName } from '@ser/pretrained';

/** What a model is trained on and how it is judged. */
export interface ModelPlan {
  readonly title: string;
  /** SPDX identifier of the terms that the corpora leave for the weights. */
  readonly licence: string;
  readonly recipe: Recipe;
  /** Its classifiers, as the page for people names them. */
  readonly classifiers: string;
  /** Corpora that it has never heard, and is tested on when it is done. */
  readonly unheard: readonly string[];
}

const general = findRecipe('general');

/**
 * Without corpora to generalise over, EmoDB's speakers are left out one by one; and a ridge does, the first classifier of
 * the general recipe.
 */
const emodb = parseRecipe(
  {
    ...membersOf(general)[0]!.recipe,
    name: 'general-emodb',
    title: 'Seven acted emotions of EmoDB, on voices never heard',
    notes: [],
    corpora: [{ name: 'emodb' }],
    labels: ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'boredom'],
    split: { kind: 'leave-one-speaker-out' },
    classifier: { kind: 'ridge', regularization: [0.25] },
  },
  'general-emodb',
);

export const modelPlans: Readonly<Record<ModelName, ModelPlan>> = {
  general: {
    title: 'Seven acted emotions on voices, microphones and languages never heard',
    licence: 'CC-BY-NC-SA-4.0',
    recipe: general,
    classifiers:
      'Its probabilities are the mean of two: those of a ridge regression whose weights are half those of all corpora and ' +
      'half the mean of those of each corpus alone, and those of a network with one hidden layer of 32 units.',
    unheard: ['tess'],
  },
  emodb: {
    title: 'Seven acted emotions, from one German corpus whose licence is free',
    licence: 'CC-BY-4.0',
    recipe: emodb,
    classifiers: 'Ridge regression.',
    unheard: ['ravdess', 'nemo', 'tess'],
  },
};

/** TESS is for measuring only: CC BY-NC-ND 4.0 allows no derivatives. */
const neverTrained = ['tess'];

/** The corpora that the model is trained on. */
export function trainedCorpora({ recipe }: ModelPlan): readonly string[] {
  return recipe.corpora.map(({ name }) => name).filter((name) => !neverTrained.includes(name));
}
