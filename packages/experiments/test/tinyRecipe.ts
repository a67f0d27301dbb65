import { parseRecipe } from '../src/recipe/parseRecipe.js';

/** The short form of a recipe that trains in a second; its scores do not matter. */
export const tinyJson = {
  name: 'tiny',
  title: 'A tiny recipe',
  corpora: [{ name: 'ravdess' }],
  labels: ['neutral', 'happy', 'sad', 'angry'],
  split: { kind: 'speaker', testFraction: 0.5 },
  features: {
    sampleRate: 16000,
    features: [{ name: 'mfcc', nMfcc: 13, nFft: 512, hopLength: 512, nMels: 26 }],
    segment: { duration: 1 },
  },
  classifier: { kind: 'cnn1d', convolutions: [{ filters: 4, kernelSize: 3 }], dense: [8] },
  training: { epochs: 2, batchSize: 16 },
} as const;

export const tinyRecipe = parseRecipe(tinyJson);
export const tinyMember = tinyRecipe.members[0]!;
