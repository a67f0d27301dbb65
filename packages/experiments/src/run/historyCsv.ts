import type { EpochRecord } from '@ser/models';
import { csv } from './csv.js';

/** What training told of one network: a fold's, or the final model's. */
export interface History {
  /** Name of the fold; `final` for the model refitted on all clips. */
  readonly fold: string;
  readonly epochs: readonly EpochRecord[];
}

/** The columns after `fold`; each is a figure of `EpochRecord`. */
const figures = [
  'epoch',
  'loss',
  'accuracy',
  'validationLoss',
  'validationAccuracy',
  'learningRate',
  'precision',
  'recall',
  'f1',
  'uar',
  'validationPrecision',
  'validationRecall',
  'validationF1',
  'validationUar',
] as const satisfies readonly (keyof EpochRecord)[];

/** Histories as a table, one row an epoch; validation columns are empty where nothing was watched. */
export function historyCsv(histories: readonly History[]): string {
  const rows = histories.flatMap(({ fold, epochs }) =>
    epochs.map((record) => [fold, ...figures.map((figure) => record[figure])]),
  );
  return csv(['fold', ...figures], rows);
}
