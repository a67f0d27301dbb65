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
  return [...csvParts(header, rows)].join('');
}

/** Rows of one part of `csvParts`. */
const rowsAPart = 4096;

/** As `csv`, in parts, so that a table of many rows is never in memory as a whole. */
export function* csvParts(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let lines = [lineOf(header)];
  for (const row of rows) {
    if (lines.length === rowsAPart) {
      yield lines.join('');
      lines = [];
    }
    lines.push(lineOf(row));
  }
  yield lines.join('');
}

function lineOf(row: readonly Cell[]): string {
  return `${row.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(9)));
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
