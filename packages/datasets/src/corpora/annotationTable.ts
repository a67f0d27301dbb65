import { parseCsv } from '../manifest/parseCsv.js';
import { invalidTable } from '../manifest/tableErrors.js';
import type { AnnotationFile } from './corpusDefinition.js';

/**
 * The rows of a CSV file of a corpus, by the names of its columns. Malformed rows are skipped: their recordings are
 * reported as unlabeled.
 *
 * @throws {SerError} `invalid-table` if a column is missing
 */
export function annotationTable<Column extends string>(
  { path, text }: AnnotationFile,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const [header, ...rows] = parseCsv(text, { onError: () => undefined });
  const names = header?.fields.map((name) => name.trim()) ?? [];
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) {
    throw invalidTable(
      { file: path, line: 1 },
      `The header must have a column \`${missing}\``,
      'Use the file as its authors publish it.',
    );
  }
  return rows.map(
    ({ fields }) =>
      Object.fromEntries(
        columns.map((column) => [column, fields[names.indexOf(column)]?.trim() ?? '']),
      ) as Record<Column, string>,
  );
}
