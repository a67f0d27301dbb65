import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { tinyJson } from '../tinyRecipe.js';

/** Two folds and a final model, with everything that has a state: callbacks, momentum, a source's split. */
export const recipe = parseRecipe({
  ...tinyJson,
  split: { kind: 'speaker-folds', folds: 2, validationFraction: 0.4 },
  sourceSplit: { kind: 'random', validationFraction: 0.2 },
  training: {
    epochs: 4,
    batchSize: 16,
    earlyStopping: { patience: 3, restoreBestWeights: true },
    reduceLearningRateOnPlateau: { patience: 1, factor: 0.5 },
  },
});

const results = [
  'predictions.csv',
  'history.csv',
  'source/predictions.csv',
  'source/history.csv',
  'model/cnn1d/weights.bin',
];
/** The results of a run that must not depend on interruptions. */
export const filesOf = (folder: string) => Promise.all(results.map((file) => readFile(join(folder, file))));

/** Recognizes the end of an epoch. */
export const isEpoch = (role: string, index: number, epoch: number) => (event: RunEvent) =>
  event.type === 'epoch' && event.role === role && event.index === index && event.record.epoch === epoch;
