import { describe, expect, it } from 'vitest';
import type { DatasetError } from '../../src/errors.js';
import { readRows } from '../../src/manifest/readRows.js';

function read(text: string, columns = {}) {
  const problems: string[] = [];
  const report = ({ message }: DatasetError) => void problems.push(message);
  const rows = readRows(text, 't.csv', { report, columns });
  return { rows: rows.map(({ cells }) => Object.fromEntries(cells)), problems };
}

const row = { path: 'a.wav', label: 'sad' };

describe('readRows', () => {
  it.each([
    ['commas', 'path,label\na.wav,sad\n'],
    ['semicolons', 'path;label\na.wav;sad\n'],
    ['tabs', 'path\tlabel\na.wav\tsad\n'],
    ['bars', 'path|label\na.wav|sad\n'],
    ['JSON lines', '{"path":"a.wav","label":"sad"}\n'],
    ['a JSON list', '[{"path":"a.wav","label":"sad"}]'],
  ])('finds the separator: %s', (_, text) => {
    expect(read(text)).toEqual({ rows: [row], problems: [] });
  });

  it('understands the headers of audformat and nkululeko', () => {
    const text = 'file,start,end,speaker,gender,emotion\na.wav,0 days,NaT,ann,female,sad\n';
    expect(Object.keys(read(text).rows[0]!)).toEqual(['path', 'start', 'end', 'speaker', 'sex', 'label']);
  });

  it('prefers a column that is named as documented', () => {
    expect(read('path,label,emotion\na.wav,sad,grief\n').rows).toEqual([{ ...row, emotion: 'grief' }]);
  });

  it('takes the names of columns that are named otherwise', () => {
    const text = 'Datei;Stimmung;label\na.wav;sad;x\n';
    const { rows } = read(text, { path: 'Datei', label: 'Stimmung' });
    expect(rows).toEqual([{ ...row, 'other label': 'x' }]);
  });

  it('allows quotes within fields that are separated by tabs', () => {
    expect(read('path\tlabel\ttext\na.wav\tsad\tthey said "no"\n').rows[0]!['text']).toBe('they said "no"');
  });

  it('reports malformed rows with their lines and reads the others', () => {
    const { rows, problems } = read('path,label\nb"c,sad\nx.wav\na.wav,sad\n"open,sad\n');
    expect(rows).toEqual([row]);
    expect(problems).toEqual([
      expect.stringContaining('t.csv, line 2: A field that contains a quote must be quoted'),
      expect.stringContaining('t.csv, line 5: A quoted field is not closed'),
      expect.stringContaining('t.csv, line 3: The row must have 2 fields'),
    ]);
  });
});
