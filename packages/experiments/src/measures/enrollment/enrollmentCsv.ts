import { csv } from '../../files/csv.js';
import type { EnrollmentMetrics } from './enrollmentMetrics.js';

/** The scores as a table: `choice,corpus,clips,uar,low,high`; the corpus `mean` is the mean of all corpora. */
export function enrollmentCsv({ curves }: EnrollmentMetrics): string {
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
