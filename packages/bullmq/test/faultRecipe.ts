import { parseRecipe, type Recipe } from '@ser/experiments';
import { recipe } from './tinyRun.js';

/** A network that is trained for a few seconds per fold, with a checkpoint after each epoch. */
export const faultRecipe: Recipe = parseRecipe({
  name: 'faults',
  title: 'A recipe to interrupt',
  corpora: [{ name: 'ravdess' }],
  labels: recipe.labels,
  split: { kind: 'leave-one-speaker-out' },
  features: {
    sampleRate: 16000,
    features: [{ name: 'mfcc', nMfcc: 13, nFft: 512, hopLength: 512, nMels: 26 }],
    segment: { duration: 1 },
  },
  classifier: { kind: 'cnn1d', convolutions: [{ filters: 8, kernelSize: 3 }], dense: [8] },
  training: { epochs: 12, batchSize: 16 },
});
