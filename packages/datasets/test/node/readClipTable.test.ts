import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRecordings } from '../../src/node/listRecordings.js';
import { readClipTable } from '../../src/node/readClipTable.js';
import { corpusFolder, tone } from './corpusFolder.js';

async function tableOf(content: string, name = 'calls.csv'): Promise<string> {
  return join(await corpusFolder({ [name]: content }), name);
}

describe('readClipTable', () => {
  it('reads recordings without labels, and keeps every column as written', async () => {
    const table = await tableOf('Datei;Agent;start;end\na.wav;Ann;;\nsub/b.wav;" Bo";1.5;00:03\n');
    const { headers, pathHeader, rows } = await readClipTable(table, { columns: { path: 'Datei' } });
    expect(headers).toEqual(['Datei', 'Agent', 'start', 'end']);
    expect(pathHeader).toBe('Datei');
    expect(rows).toEqual([
      {
        ...{ line: 2, file: 'a.wav', path: join(table, '..', 'a.wav') },
        cells: { Datei: 'a.wav', Agent: 'Ann', start: '', end: '' },
      },
      {
        ...{ line: 3, file: 'sub/b.wav', path: join(table, '..', 'sub', 'b.wav'), start: 1.5, end: 3 },
        cells: { Datei: 'sub/b.wav', Agent: ' Bo', start: '1.5', end: '00:03' },
      },
    ]);
  });

  it('reads JSON lines', async () => {
    const { rows } = await readClipTable(await tableOf('{"file": "a.wav", "call": 7}\n', 'calls.jsonl'));
    expect(rows).toMatchObject([{ file: 'a.wav', cells: { file: 'a.wav', call: '7' } }]);
  });

  it('reads the other rows after one that cannot be used', async () => {
    const problems: string[] = [];
    const table = await tableOf('path,start,end\na.wav,2,1\nb.wav,,\nc.wav\n');
    const { rows } = await readClipTable(table, { onProblem: ({ message }) => problems.push(message) });
    expect(rows.map(({ file }) => file)).toEqual(['b.wav']);
    expect(problems).toEqual([
      `${table}, line 2: \`end\` must be after \`start\` (2 s); got 1 s. Correct the times.`,
      `${table}, line 4: The row must have 3 fields, as the header; got 1. Quote fields that contain the separator.`,
    ]);
  });

  it('needs only a column of paths', async () => {
    await expect(readClipTable(await tableOf('name,label\na.wav,angry\n'))).rejects.toMatchObject({
      code: 'invalid-table',
      message: expect.stringContaining('Write a header row with the column `path`.') as string,
    });
  });
});

describe('listRecordings', () => {
  it('lists the recordings of a folder and its subfolders', async () => {
    const folder = await corpusFolder({ 'b.wav': tone(200), 'a/c.wav': tone(300), 'notes.txt': 'x' });
    expect(await listRecordings(folder)).toEqual(['a/c.wav', 'b.wav']);
  });
});
