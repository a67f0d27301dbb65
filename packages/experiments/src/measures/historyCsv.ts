import type { EpochRecord } from '@ser/models';
import { csv } from '../files/csv.js';

/** The training history of one member in one fold, or of the final model. */
export interface History {
  /** Name of the fold; `final` for the model trained on all clips. */
  readonly fold: string;
  /** Name of the member. */
  readonly member: string;
  readonly epochs: readonly EpochRecord[];
}

/** The columns after `fold` and `member`, all from `EpochRecord`. */
const columns = [
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

/** Histories as a table, one row per epoch; validation columns are empty without validation clips. */
export function historyCsv(histories: readonly History[]): string {
  const rows = histories.flatMap(({ fold, member, epochs }) =>
    epochs.map((record) => [fold, member, ...columns.map((column) => record[column])]),
  );
  return csv(['fold', 'member', ...columns], rows);
}
