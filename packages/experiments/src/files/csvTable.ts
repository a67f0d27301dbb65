/**
 * The rows of a CSV file as objects by column. Quotes follow RFC 4180, lines end in `\n` or `\r\n`.
 *
 * @returns an empty list for a text without a header
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvTable(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = cellsOf(text);
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell, quoted or not, and the separator after it.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
