import type { EpochRecord } from '@ser/models';
import { csv } from '../files/csv.js';

/** What training told of one network: a fold's, or the final model's. */
export interface History {
  /** Name of the fold; `final` for the model refitted on all clips. */
  readonly fold: string;
  /** Which of several classifiers; absent where there is one. */
  readonly member?: string | undefined;
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

/**
 * Histories as a table, one row an epoch; validation columns are empty where nothing was watched. Of several classifiers
 * the column `member` says which.
 */
export function historyCsv(histories: readonly History[]): string {
  const hasMembers = histories.some(({ member }) => member !== undefined);
  const rows = histories.flatMap(({ fold, member, epochs }) =>
    epochs.map((record) => [
      fold,
      ...(hasMembers ? [member] : []),
      ...figures.map((figure) => record[figure]),
    ]),
  );
  return csv(['fold', ...(hasMembers ? ['member'] : []), ...figures], rows);
}
