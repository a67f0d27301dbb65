import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecordings } from '../../src/node/readRecordings.js';
import { corpusFolder, tone } from './corpusFolder.js';

const files = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path, i) => [path, tone(200 + 10 * i)]));

describe('readRecordings of a folder', () => {
  it('takes the folder at the top as the label, with any nesting below', async () => {
    const folder = await corpusFolder(files('cheerful/1.wav', 'cheerful/x/y/2.wav', 'grumpy/x/3.flac.wav'));
    const { utterances, card, corpus } = await readRecordings(folder, { corpus: 'mine' });
    expect(utterances).toEqual([
      {
        id: 'mine/cheerful/1.wav',
        path: 'cheerful/1.wav',
        corpus: 'mine',
        emotion: 'cheerful',
        recording: 'mine/cheerful/1.wav',
      },
      {
        id: 'mine/cheerful/x/y/2.wav',
        path: 'cheerful/x/y/2.wav',
        corpus: 'mine',
        emotion: 'cheerful',
        group: 'x/y',
        recording: 'mine/cheerful/x/y/2.wav',
      },
      {
        id: 'mine/grumpy/x/3.flac.wav',
        path: 'grumpy/x/3.flac.wav',
        corpus: 'mine',
        emotion: 'grumpy',
        group: 'x',
        recording: 'mine/grumpy/x/3.flac.wav',
      },
    ]);
    expect(card).toEqual({ title: 'mine', license: 'not stated', synthetic: false });
    expect(corpus).toBe('mine');
  });

  it('finds the level of the labels by their words', async () => {
    const folder = await corpusFolder(files('all/ann/angry/1.wav', 'all/bob/Joy/2.wav'));
    const { utterances } = await readRecordings(folder, { speakerLevel: 2 });
    expect(utterances).toMatchObject([
      { emotion: 'angry', speaker: 'ann' },
      { emotion: 'Joy', speaker: 'bob' },
    ]);
  });

  it('finds the level of labels that you name, and renames them, also if letters and accents are separate', async () => {
    const folder = await corpusFolder(files('s1/wu\u0308tend/1.wav', 's2/froh/2.wav'));
    const { utterances } = await readRecordings(folder, { map: { wütend: 'angry', froh: 'happy' } });
    expect(utterances.map(({ emotion, group }) => [emotion, group])).toEqual([
      ['angry', 's1'],
      ['happy', 's2'],
    ]);
  });

  it.each([
    ['a named group', '(?<speaker>[a-z]+)_\\d'],
    ['the first group', '([a-z]+)_\\d'],
    ['all of the match', '[a-z]+(?=_)'],
  ])('takes the speaker from the path: %s', async (_, speakerFrom) => {
    const folder = await corpusFolder(files('sad/ann_1.wav', 'happy/bob_2.wav'));
    const { utterances } = await readRecordings(folder, { speakerFrom });
    expect(utterances.map(({ speaker }) => speaker)).toEqual(['ann', 'bob']);
  });

  it('uses one of equal files, and none if their labels differ', async () => {
    const folder = await corpusFolder({
      ...files('sad/1.wav', 'happy/2.wav'),
      'happy/copy.wav': tone(210),
      'sad/3.wav': tone(300),
      'happy/3.wav': tone(300),
    });
    const { utterances, irregular, duplicates } = await readRecordings(folder);
    expect(utterances.map(({ path }) => path)).toEqual(['sad/1.wav', 'happy/2.wav']);
    expect(irregular.map(({ file }) => file)).toEqual(['happy/3.wav', 'sad/3.wav']);
    expect(duplicates).toHaveLength(2);
  });

  it.each([
    [{ speakerFrom: '(' }, '`speakerFrom` must be a regular expression'],
    [{ speakerFrom: 'nobody' }, '`speakerFrom` must be found in the paths'],
    [{ speakerLevel: 0 }, '`speakerLevel` must be an integer other than 0'],
    [{ speakerLevel: 9 }, '`speakerLevel` must be found in the paths'],
  ])('rejects %j', async (options, message) => {
    const folder = await corpusFolder(files('sad/1.wav', 'happy/2.wav'));
    await expect(readRecordings(folder, options)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining(message),
    });
  });

  it('rejects a folder without folders of labels', async () => {
    const folder = await corpusFolder(files('1.wav', '2.wav'));
    await expect(readRecordings(folder)).rejects.toMatchObject({
      code: 'empty-folder',
      message: expect.stringContaining('got 2 recordings directly in the folder'),
    });
    await expect(readRecordings(join(folder, 'no'))).rejects.toMatchObject({ code: 'folder-not-found' });
  });
});

describe('readRecordings of a table', () => {
  it('reads the good rows and lists the others with their lines', async () => {
    const folder = await corpusFolder({
      ...files('a/1.wav', 'b/2.wav'),
      'my voices.csv': 'path,label\na/1.wav,angry\nb/2.wav,\nb/2.wav,sad\n',
    });
    const { corpus, utterances, irregular } = await readRecordings(join(folder, 'my voices.csv'));
    expect(corpus).toBe('my-voices');
    expect(utterances).toMatchObject([
      { path: 'a/1.wav', emotion: 'angry', group: 'a' },
      { path: 'b/2.wav', emotion: 'sad', group: 'b' },
    ]);
    expect(irregular).toEqual([
      {
        file: 'my voices.csv, line 3',
        what: '`label` must not be empty. Fill in the cell, or remove the row',
      },
    ]);
  });

  it('reads parts of a file, as an index of audformat', async () => {
    const folder = await corpusFolder({
      ...files('talk.wav'),
      'db.emotion.csv':
        'file,start,end,emotion\n' +
        'talk.wav,0 days 00:00:00,0 days 00:00:00.100000,anger\n' +
        'talk.wav,0 days 00:00:00.100000,NaT,joy\n',
    });
    const { utterances } = await readRecordings(join(folder, 'db.emotion.csv'), { map: { anger: 'angry' } });
    expect(utterances.map(({ id, emotion, start, end }) => ({ id, emotion, start, end }))).toEqual([
      { id: 'db.emotion/talk.wav#t=0,0.1', emotion: 'angry', start: undefined, end: 0.1 },
      { id: 'db.emotion/talk.wav#t=0.1', emotion: 'joy', start: 0.1, end: undefined },
    ]);
  });

  it.each(['utf16le', 'utf8'] as const)('reads %s with a byte order mark', async (encoding) => {
    const text = '\ufeffDatei;Stimmung\r\na.wav;wütend\r\n';
    const folder = await corpusFolder({
      ...files('a.wav'),
      't.csv': new Uint8Array(Buffer.from(text, encoding)),
    });
    const columns = { path: 'Datei', label: 'Stimmung' };
    const { utterances } = await readRecordings(join(folder, 't.csv'), { columns });
    expect(utterances).toMatchObject([{ path: 'a.wav', emotion: 'wütend' }]);
  });

  it('rejects a table with no usable row, or whose recordings are elsewhere', async () => {
    const folder = await corpusFolder({
      ...files('a.wav'),
      'bad.csv': 'path,label\na.wav,\n',
      'far.csv': 'path,label\nx/a.wav,sad\n',
    });
    await expect(readRecordings(join(folder, 'bad.csv'))).rejects.toMatchObject({ code: 'invalid-table' });
    await expect(readRecordings(join(folder, 'far.csv'))).rejects.toMatchObject({
      code: 'missing-recordings',
    });
  });
});
