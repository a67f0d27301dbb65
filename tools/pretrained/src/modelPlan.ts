import { findRecipe, parseRecipe, type Recipe } from '@ser/experiments';
import type { ModelName } from '@ser/pretrained';

/** How a model is trained and tested. */
export interface ModelPlan {
  readonly title: string;
  /** SPDX identifier of the license that the corpora allow for the weights. */
  readonly license: string;
  readonly recipe: Recipe;
  /** Describes the classifiers for the model card. */
  readonly classifiers: string;
  /** Corpora that are not in the training data; the finished model is tested on them. */
  readonly unseen: readonly string[];
}

const general = findRecipe('general');

/** With one corpus, speakers are left out instead of corpora, and a ridge regression is enough. */
const emodb = parseRecipe(
  {
    ...general,
    name: 'general-emodb',
    title: 'Seven acted emotions of EmoDB',
    notes: [],
    corpora: [{ name: 'emodb' }],
    labels: ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'boredom'],
    split: { kind: 'leave-one-speaker-out' },
    members: [{ ...general.members[0]!, weight: 1, classifier: { kind: 'ridge', regularization: [0.25] } }],
  },
  'general-emodb',
);

export const modelPlans: Readonly<Record<ModelName, ModelPlan>> = {
  general: {
    title: 'Seven acted emotions, for speakers, microphones, and languages not in the training data',
    license: 'CC-BY-NC-SA-4.0',
    recipe: general,
    classifiers:
      'The probabilities are the weighted mean (2 : 1) of two classifiers: a ridge regression, whose weights are half those ' +
      'fitted on all corpora and half the mean of those fitted on each corpus; and a network with one hidden layer of 32 ' +
      'units.',
    unseen: ['tess'],
  },
  emodb: {
    title: 'Seven acted emotions of one German corpus, with a license that allows commercial use',
    license: 'CC-BY-4.0',
    recipe: emodb,
    classifiers: 'The classifier is a ridge regression.',
    unseen: ['ravdess', 'nemo', 'tess'],
  },
};

/** Only for testing: TESS (CC BY-NC-ND 4.0 allows no derivatives) and EMOVO (no license; given for research). */
const testOnly = ['tess', 'emovo'];

/** The corpora that the model is trained on. */
export function trainedCorpora({ recipe }: ModelPlan): readonly string[] {
  return recipe.corpora.map(({ name }) => name).filter((name) => !testOnly.includes(name));
}
