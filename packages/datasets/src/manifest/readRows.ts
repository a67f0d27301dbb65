import { type ColumnNames, columnsOf } from './columns.js';
import { invalidTable } from './tableErrors.js';
import { type ReportProblem, tableCells } from './tableText.js';

/** A row of a table by column. */
export interface TableRow {
  /** Line number of its first line, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads the rows of a table with a header row. Spaces around headers and cells are removed.
 *
 * @param file the table's path, for messages
 * @param report called with the error of each malformed row, which is then skipped
 * @throws {SerError} `invalid-table` if the header is malformed
 */
export function readRows(
  text: string,
  file: string,
  { report, columns: given }: { readonly report: ReportProblem; readonly columns?: ColumnNames | undefined },
): readonly TableRow[] {
  const { header, rows } = tableCells(text, file, report);
  if (header === undefined) {
    const fix = 'Write a header row with the columns `path` and `label`.';
    throw invalidTable({ file, line: 1 }, 'The table is empty', fix);
  }
  const columns = columnsOf(header, file, given);
  return rows.flatMap(({ line, fields }) => {
    if (fields.length !== columns.length) {
      const problem = `The row must have ${columns.length} fields, as the header; got ${fields.length}`;
      report(invalidTable({ file, line }, problem, 'Quote fields that contain the separator.'));
      return [];
    }
    return { line, cells: new Map(columns.map((column, i) => [column, fields[i]!.trim()])) };
  });
}
