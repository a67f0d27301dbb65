/** A cell of a table; `undefined` is an empty cell. */
export type Cell = string | number | undefined;

/**
 * A table as CSV: cells are quoted according to RFC 4180, lines end in `\n`.
 *
 * Numbers keep nine significant digits, enough to restore a float32 exactly.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(9)));
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
