import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('parseManifest', () => {
  it('reads a table without looking up the recordings', () => {
    const table = bytes('path,label,speaker\naudio/1.wav,angry,ann\naudio/2.wav,sad,\n');
    expect(parseManifest(table, { file: 'tables/clips.csv' })).toMatchObject([
      { id: 'clips/audio/1.wav', path: 'audio/1.wav', corpus: 'clips', emotion: 'angry', speaker: 'ann' },
      { id: 'clips/audio/2.wav', path: 'audio/2.wav', corpus: 'clips', emotion: 'sad' },
    ]);
  });

  it('reads JSON lines, and tables separated by tabs', () => {
    const json = bytes('{"path": "1.wav", "label": "angry"}\n{"path": "2.wav", "label": "sad"}\n');
    const tabs = bytes('file\temotion\n1.wav\tangry\n2.wav\tsad\n');
    for (const table of [json, tabs]) {
      expect(parseManifest(table).map(({ path, emotion }) => [path, emotion])).toEqual([
        ['1.wav', 'angry'],
        ['2.wav', 'sad'],
      ]);
    }
  });

  it('reports rows that cannot be used, and throws if there is no other', () => {
    const problems: string[] = [];
    const onProblem = ({ message }: Error) => void problems.push(message);
    const table = bytes('path,label\n1.wav,angry\n1.wav,sad\n3.wav,\n');
    expect(parseManifest(table, { file: 'clips.csv', onProblem })).toHaveLength(1);
    expect(problems).toEqual([
      'clips.csv, line 3: `1.wav` is already in line 2. Remove one of the rows.',
      'clips.csv, line 4: `label` must not be empty. Fill in the cell, or remove the row.',
    ]);
    expect(() => parseManifest(bytes('path,label\n'))).toThrow(
      expect.objectContaining({
        code: 'invalid-table',
        message: expect.stringContaining('table, line 1') as string,
      }),
    );
  });
});
