import { csv } from '../../files/csv.js';
import type { EnrolmentMetrics } from './enrolmentMetrics.js';

/** The figures as a table: `choice,corpus,clips,uar,low,high`; the corpus `mean` is the mean of all corpora. */
export function enrolmentCsv({ curves }: EnrolmentMetrics): string {
  const rows = curves.flatMap(({ choice, points }) =>
    points.flatMap(({ clips, corpora, uar, interval }) =>
      [...corpora, { corpus: 'mean', uar, interval }].map((one) => [
        choice,
        one.corpus,
        clips,
        one.uar,
        one.interval?.low,
        one.interval?.high,
      ]),
    ),
  );
  return csv(['choice', 'corpus', 'clips', 'uar', 'low', 'high'], rows);
}
