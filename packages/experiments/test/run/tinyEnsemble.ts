import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { tinyJson } from '../tinyRecipe.js';

const { title, corpora, labels, features, classifier, training } = tinyJson;
const functionals = { ...features, functionals: ['mean', 'std'] };

/** Ridge regression and a network on mean and deviation, and a network on frames. */
export const ensemble = parseRecipe({
  ...{ title, corpora, labels },
  name: 'tiny-ensemble',
  split: { kind: 'speaker-folds', folds: 2 },
  sourceSplit: { kind: 'random' },
  members: [
    {
      name: 'ridge',
      features: functionals,
      augmentation: { variants: [[{ name: 'speed', rate: 0.9 }]] },
      normalize: { scope: 'train', clip: 3 },
      classifier: { kind: 'ridge', regularization: [0.1, 1] },
    },
    {
      name: 'mlp',
      weight: 2,
      features: functionals,
      normalize: { scope: 'train', clip: 3 },
      classifier: { kind: 'dense', units: [8], inputDropout: 0.1, dropout: 0.2 },
      training: { epochs: 3, batchSize: 16, classWeights: 'balanced', labelSmoothing: 0.1 },
    },
    { name: 'cnn', features, normalize: { scope: 'train', clip: 3 }, classifier, training },
  ],
});
export const { members } = ensemble;
