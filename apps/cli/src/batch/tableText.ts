/** Separates the cells of a row. */
export type CellSeparator = ',' | '\t';

/**
 * One row of a CSV or TSV file, with its line feed: cells that contain a separator, a quote, or the end of a line are quoted.
 *
 * @see RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 */
export function rowText(cells: readonly string[], separator: CellSeparator): string {
  const needsQuotes = separator === ',' ? /[",\n\r]/ : /["\t\n\r]/;
  const quoted = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${cells.map(quoted).join(separator)}\n`;
}

/** The complete rows of a CSV or TSV text that `rowText` wrote; a row without its line feed is left out. */
export function completeRows(text: string, separator: CellSeparator): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '"') {
      if (isQuoted && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else isQuoted = !isQuoted;
    } else if (isQuoted || (character !== separator && character !== '\n')) cell += character;
    else {
      cells.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(cells);
        cells = [];
      }
    }
  }
  return rows;
}

/** The objects of JSON lines; lines that are cut short or damaged are left out. */
export function completeJsonLines(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return typeof value === 'object' && value !== null ? [{ ...value }] : [];
      } catch {
        return [];
      }
    });
}
