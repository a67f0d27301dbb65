import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAudio } from '@ser/audio-io/node';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/node/readManifest.js';
import { foldUtterances } from '../../src/splits/foldSides.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { corpusFolder, tone } from './corpusFolder.js';

/** The path of a table in a new folder, which also contains `a.wav` and `sub/b.wav`. */
async function tableOf(content: string | Uint8Array, name = 'clips.csv'): Promise<string> {
  const folder = await corpusFolder({ 'a.wav': tone(200), 'sub/b.wav': tone(300), [name]: content });
  return join(folder, name);
}

describe('readManifest', () => {
  it('reads paths, labels, and the optional columns, and keeps the others', async () => {
    const table = await tableOf(
      'path,label,speaker,sex,language,text,session\n' +
        'a.wav,angry,ann,female,en,"Hello, you",1\n' +
        'sub/b.wav,calm,,M,,,\n',
    );
    expect(await readManifest(table)).toEqual([
      {
        id: 'clips/a.wav',
        path: join(table, '..', 'a.wav'),
        corpus: 'clips',
        emotion: 'angry',
        speaker: 'ann',
        sex: 'female',
        language: 'en',
        text: 'Hello, you',
        recording: 'clips/a.wav',
        extra: { session: '1' },
      },
      {
        id: 'clips/sub/b.wav',
        path: join(table, '..', 'sub', 'b.wav'),
        corpus: 'clips',
        emotion: 'calm',
        sex: 'male',
        recording: 'clips/sub/b.wav',
        extra: { session: '' },
      },
    ]);
  });

  it('reads votes and dimensions, and keeps their columns', async () => {
    const table = await tableOf(
      'path,label,vote.angry,vote.wütend,vote.sad,arousal,EmoVal\n' +
        'a.wav,angry,3,2,1,4.5,2\nsub/b.wav,sad,,,,high,\n',
    );
    const [first, second] = await readManifest(table, { map: { wütend: 'angry' } });
    expect(first).toMatchObject({
      votes: { angry: 5, sad: 1 },
      dimensions: { arousal: 4.5, valence: 2 },
      extra: { 'vote.sad': '1' },
    });
    expect(second).not.toHaveProperty('votes');
    expect(second).not.toHaveProperty('dimensions');
  });

  it('refuses a number of votes below 0', async () => {
    const table = await tableOf('path,label,vote.sad\na.wav,sad,-1\n');
    await expect(readManifest(table)).rejects.toThrow("`vote.sad` must be a number of at least 0; got '-1'");
  });

  it('reads a table with a byte order mark, CRLF, other column orders, and spaces', async () => {
    const utterances = await readManifest(await tableOf('\uFEFFLabel, Path\r\nhappy , sub\\b.wav\r\n'));
    expect(utterances).toMatchObject([{ id: 'clips/sub/b.wav', emotion: 'happy', extra: {} }]);
  });

  it('reads absolute paths', async () => {
    const table = await tableOf('path,label\n');
    const absolute = join(table, '..', 'a.wav');
    await writeFile(table, `path,label\n${absolute},sad\n`);
    expect(await readManifest(table)).toMatchObject([{ path: absolute }]);
  });

  it('leads to a split by speaker, whose clips can be read', async () => {
    const speakers = ['ann', 'bob', 'cleo', 'dan'];
    const files = speakers.flatMap((speaker) => [`${speaker}/1.wav`, `${speaker}/2.wav`]);
    const rows = files.map((file, i) => `${file},${i % 2 ? 'sad' : 'happy'},${file.split('/')[0]}`);
    const folder = await corpusFolder({
      ...Object.fromEntries(files.map((file, i) => [file, tone(200 + i)])),
      'voices.csv': ['path,label,speaker', ...rows].join('\n'),
    });
    const utterances = await readManifest(join(folder, 'voices.csv'));
    const split = makeSplit(utterances, { kind: 'speaker' }, { seed: 1 });
    const { train, test } = foldUtterances(split.folds[0]!, utterances);
    expect([train.length, test.length]).toEqual([6, 2]);
    expect(new Set(test.map(({ speaker }) => speaker)).size).toBe(1);
    expect(split.protocol).toContain('tested on 1 of 4 speakers');
    for (const { path } of utterances) expect((await readAudio(path)).sampleRate).toBe(16000);
  });

  it('rejects with the reason of its signal', async () => {
    const reason = new Error('enough');
    const reading = readManifest(await tableOf('path,label\na.wav,sad\n'), {
      signal: AbortSignal.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
  });
});

describe('readManifest rejects', () => {
  it.each([
    [
      'an empty file',
      '',
      'line 1: The table is empty. Write a header row with the columns `path` and `label`',
    ],
    ['a table without rows', 'path,label\n', 'line 1: The table has no rows below its header'],
    [
      'a table without labels',
      'wave,mood\n',
      'line 1: The header must have a column `path`; got `wave`, `mood`',
    ],
    ['a misspelled column', 'path,labl\n', 'If `labl` is that column, rename it to `label`.'],
    [
      'a time that is no time',
      'path,label,start\na.wav,sad,soon\n',
      "line 2: `start` must be a time, for example 1.5, 00:00:01.5, or empty; got 'soon'",
    ],
    [
      'an end before the start',
      'path,label,start,end\na.wav,sad,2,1\n',
      'line 2: `end` must be after `start` (2 s); got 1 s',
    ],
    [
      'a weight of 0',
      'path,label,weight\na.wav,sad,0\n',
      "line 2: `weight` must be a number above 0; got '0'",
    ],
    [
      'JSON that is no object',
      '{"path":"a.wav","label":"sad"}\n[1]\n',
      'line 2: The line must be a JSON object',
    ],
    ['a column twice', 'path,label,Label\n', 'The header has the column `label` twice'],
    [
      'a row that is too short',
      'path,label\na.wav\n',
      'line 2: The row must have 2 fields, as the header; got 1',
    ],
    ['an open quote', 'path,label\n"a.wav,sad\n', 'line 2: A quoted field is not closed'],
    ['an empty path', 'path,label\n,sad\n', 'line 2: `path` must not be empty'],
    ['an empty label', 'path,label\na.wav,\n', 'line 2: `label` must not be empty'],
    [
      'an unknown sex',
      'path,label,sex\na.wav,sad,x\n',
      "line 2: `sex` must be female, male, f, m, or empty; got 'x'",
    ],
    ['a path twice', 'path,label\na.wav,sad\n./a.wav,sad\n', 'line 3: '],
  ])('%s, with file, line, and fix', async (_, content, message) => {
    const table = await tableOf(content);
    await expect(readManifest(table)).rejects.toMatchObject({
      code: 'invalid-table',
      file: table,
      message: expect.stringContaining(message),
    });
  });

  it('a table in another encoding', async () => {
    const bytes = new Uint8Array(Buffer.from('path,label\na.wav,wütend\n', 'latin1'));
    await expect(readManifest(await tableOf(bytes))).rejects.toMatchObject({
      code: 'invalid-table',
      message: expect.stringContaining('The table must be UTF-8 or UTF-16. Save it as "CSV UTF-8".'),
    });
  });

  it('recordings that do not exist, with the first and the number of others', async () => {
    const table = await tableOf('path,label\na.wav,sad\nx.wav,sad\ny.wav,sad\nsub,sad\n');
    await expect(readManifest(table)).rejects.toMatchObject({
      code: 'missing-recordings',
      file: table,
      message: expect.stringMatching(
        /line 3: There is no file `.*x\.wav`, and 2 other recordings are missing too\./,
      ),
    });
  });

  it('a table that does not exist', async () => {
    const error = { code: 'table-not-found', file: 'no-such.csv' };
    await expect(readManifest('no-such.csv')).rejects.toMatchObject(error);
  });
});
