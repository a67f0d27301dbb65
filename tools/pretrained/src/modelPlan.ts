import { findRecipe, parseRecipe, type Recipe } from '@ser/experiments';
import { modelNames } from '@ser/pretrained';

/** The models that `npm run pretrained` trains. */
export const planNames = [...modelNames, 'free'] as const;

export type PlanName = (typeof planNames)[number];

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
const generalSmall = findRecipe('general-small');

/** With one corpus, speakers are left out instead of corpora, and a ridge regression is enough. */
const emodb = parseRecipe(
  {
    ...general,
    name: 'emodb',
    title: 'Seven acted emotions of EmoDB',
    notes: [],
    corpora: [{ name: 'emodb' }],
    labels: ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'boredom'],
    split: { kind: 'leave-one-speaker-out' },
    // A profile of one corpus is too certain about voices of others: sessions then adapt too little.
    evaluation: { ...general.evaluation!, classProfile: false },
    // On one corpus, all statistics of the encoder and one copy are better than the choice of `general`.
    members: [
      {
        ...general.members[0]!,
        features: { sampleRate: 16000, features: [{ name: 'encoder', layers: [1, 2, 3] }] },
        augmentation: { variants: [[{ name: 'channel' }]] },
        classifier: { kind: 'ridge', regularization: [1] },
      },
    ],
  },
  'emodb',
);

/** Corpora whose licenses allow commercial use. CREMA-D has no surprise, and EmoDB none either. */
const free = parseRecipe(
  {
    ...general,
    name: 'free',
    title: 'Six acted emotions of EmoDB and CREMA-D',
    notes: [],
    corpora: [{ name: 'emodb' }, { name: 'crema-d' }],
    labels: ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust'],
  },
  'free',
);

const domainMean =
  'a ridge regression, whose weights are half those fitted on all corpora and half the mean of those fitted on each corpus';

/** The models of @ser/pretrained, and `free`, which everyone trains who has CREMA-D. */
export const modelPlans: Readonly<Record<PlanName, ModelPlan>> = {
  general: {
    title: 'Seven acted emotions, for speakers, microphones, and languages not in the training data',
    license: 'CC-BY-NC-SA-4.0',
    recipe: general,
    classifiers: `The classifier is ${domainMean}.`,
    unseen: ['tess', 'emovo'],
  },
  'general-small': {
    title:
      'Seven acted emotions, for speakers, microphones, and languages not in the training data, without a runtime',
    license: 'CC-BY-NC-SA-4.0',
    recipe: generalSmall,
    classifiers: `The probabilities are the weighted mean (2 : 1) of two classifiers: ${domainMean}; and a network with one hidden layer of 32 units.`,
    unseen: ['tess'],
  },
  emodb: {
    title: 'Seven acted emotions of one German corpus, with a license that allows commercial use',
    license: 'CC-BY-4.0',
    recipe: emodb,
    classifiers: 'The classifier is a ridge regression.',
    unseen: ['ravdess', 'nemo', 'tess'],
  },
  free: {
    title: 'Six acted emotions of a German and an American corpus, with licenses that allow commercial use',
    license: 'CC-BY-4.0 AND ODbL-1.0',
    recipe: free,
    classifiers: `The classifier is ${domainMean}.`,
    unseen: [],
  },
};

/** Whether the model needs `@ser/encoder`. */
export function usesEncoder({ recipe }: ModelPlan): boolean {
  return recipe.members.some(({ features }) => features.features.some(({ name }) => name === 'encoder'));
}

/** Only for testing: TESS (CC BY-NC-ND 4.0 allows no derivatives) and EMOVO (no license; given for research). */
const testOnly = ['tess', 'emovo'];

/** The corpora that the model is trained on. */
export function trainedCorpora({ recipe }: ModelPlan): readonly string[] {
  return recipe.corpora.map(({ name }) => name).filter((name) => !testOnly.includes(name));
}
