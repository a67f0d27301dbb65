import type { EpochRecord } from '@ser/models';
import { csv } from './csv.js';

/** What training told of one network: a fold's, or the final model's. */
export interface History {
  /** Name of the fold; `final` for the model refitted on all clips. */
  readonly fold: string;
  readonly epochs: readonly EpochRecord[];
}

/** Histories as a table, one row an epoch; validation columns are empty where nothing was watched. */
export function historyCsv(histories: readonly History[]): string {
  const header = ['fold', 'epoch', 'loss', 'accuracy', 'validationLoss', 'validationAccuracy'];
  const rows = histories.flatMap(({ fold, epochs }) =>
    epochs.map((record) => [
      fold,
      record.epoch,
      record.loss,
      record.accuracy,
      record.validationLoss,
      record.validationAccuracy,
    ]),
  );
  return csv(header, rows);
}
