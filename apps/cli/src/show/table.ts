import { printable } from './printable.js';

/** How a column is aligned: numbers right, words left. */
export type Alignment = 'left' | 'right';

/**
 * Formats rows as columns of plain text, with two spaces between columns and two before the first.
 *
 * @param alignments one for each column
 *
 * @example
 * table([['angry', '71.2%'], ['sad', '9.0%']], ['left', 'right']);
 * // '  angry  71.2%\n  sad     9.0%\n'
 */
export function table(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = alignments.map((_, column) =>
    Math.max(0, ...cells.map((row) => (row[column] ?? '').length)),
  );
  const pad = (cell: string, column: number) =>
    alignments[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return cells.map((row) => `  ${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
