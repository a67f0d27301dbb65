import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanCorpus } from '../../src/node/scanCorpus.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { realCorpus } from '../realCorpora.js';
import { corpusFolder, tone } from './corpusFolder.js';

const name = '03-01-05-01-01-01-01.wav';

describe('scanCorpus', () => {
  it('finds utterances in any folder structure by their names', async () => {
    const folder = await corpusFolder({
      [`Actor_01/${name}`]: '',
      'b/c/03-01-05-01-01-01-02.FLAC': '',
      'notes.txt': '',
    });
    const scan = await scanCorpus('ravdess', folder);
    expect(scan).toMatchObject({ corpus: 'ravdess', folder, irregular: [], duplicates: [] });
    expect(scan.utterances.map(({ path }) => path)).toEqual([
      `Actor_01/${name}`,
      'b/c/03-01-05-01-01-01-02.FLAC',
    ]);
  });

  it('reports copies and recordings that do not belong to the corpus', async () => {
    const files = { [name]: '', [`again/${name}`]: '', 'noise.wav': '', [`__MACOSX/._${name}`]: '' };
    const { utterances, irregular, duplicates } = await scanCorpus('ravdess', await corpusFolder(files));
    expect(utterances).toHaveLength(1);
    expect(irregular.map(({ file }) => file)).toEqual(['noise.wav']);
    expect(duplicates).toEqual([[name, `again/${name}`]]);
  });

  it('follows links, even circular ones', async () => {
    const elsewhere = await corpusFolder({ [name]: '' });
    const folder = await corpusFolder({ 'README.txt': '' });
    await symlink(elsewhere, join(folder, 'Actor_01'));
    await symlink(folder, join(folder, 'loop'));
    expect((await scanCorpus('ravdess', folder)).utterances.map(({ path }) => path)).toEqual([
      `Actor_01/${name}`,
    ]);
  });

  it('rejects with the reason of its signal', async () => {
    const folder = await corpusFolder({ [name]: '' });
    const reason = new Error('enough');
    await expect(scanCorpus('ravdess', folder, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('scanCorpus on files with equal bytes', () => {
  const angry = (take: number) => `03-01-05-01-01-0${take}-01.wav`;
  const sad = '03-01-04-01-01-01-01.wav';

  it('uses the first of those with one label', async () => {
    const folder = await corpusFolder({ [angry(2)]: tone(200), [angry(1)]: tone(200), [sad]: tone(300) });
    const { utterances, duplicates, irregular } = await scanCorpus('ravdess', folder);
    expect(utterances.map(({ path }) => path)).toEqual([sad, angry(1)]);
    expect({ duplicates, irregular }).toEqual({ duplicates: [[angry(1), angry(2)]], irregular: [] });
  });

  it('uses none of those with different labels', async () => {
    const folder = await corpusFolder({ [angry(1)]: tone(200), [sad]: tone(200), [angry(2)]: tone(300) });
    const { utterances, duplicates, irregular } = await scanCorpus('ravdess', folder);
    expect(utterances.map(({ path }) => path)).toEqual([angry(2)]);
    expect(duplicates).toEqual([[sad, angry(1)]]);
    expect(irregular.map(({ file }) => file)).toEqual([sad, angry(1)]);
    expect(irregular[0]!.what).toContain(`identical to \`${angry(1)}\`, which is labeled angry`);
  });

  it('keeps empty, unreadable, and silent files', async () => {
    const silence = tone(200, { amplitude: 0 });
    const broken = 'equal bytes, but not audio';
    for (const contents of ['', silence, broken]) {
      const folder = await corpusFolder({ [angry(1)]: contents, [sad]: contents });
      expect((await scanCorpus('ravdess', folder)).utterances).toHaveLength(2);
    }
  });

  it('does not use the known identical files of the published corpus for synthetic voices', async () => {
    const [first, second] = ['03-01-03-01-02-01-07.wav', '03-01-03-01-02-02-07.wav'] as const;
    const files = { [first]: tone(200), [second]: tone(201) };
    const card = JSON.stringify({ title: 'Tones', license: 'CC0-1.0', synthetic: true });
    expect((await scanCorpus('ravdess', await corpusFolder(files))).utterances).toHaveLength(1);
    const marked = await corpusFolder({ ...files, 'corpus.json': card });
    expect((await scanCorpus('ravdess', marked)).utterances).toHaveLength(2);
  });
});

describe('scanCorpus rejects', () => {
  it('an unknown corpus', async () => {
    await expect(scanCorpus('ravdes', '.')).rejects.toMatchObject({ code: 'unknown-corpus' });
  });

  it('a folder that does not exist', async () => {
    const folder = join(await corpusFolder({}), 'nowhere');
    const error = {
      code: 'folder-not-found',
      file: folder,
      message: expect.stringContaining('There is no folder'),
    };
    await expect(scanCorpus('ravdess', folder)).rejects.toMatchObject(error);
  });

  it('a file instead of a folder', async () => {
    const file = join(await corpusFolder({ [name]: '' }), name);
    const error = {
      code: 'folder-not-found',
      file,
      message: expect.stringContaining('is a file, not a folder'),
    };
    await expect(scanCorpus('ravdess', file)).rejects.toMatchObject(error);
  });

  it.each([
    ['nothing', {}, 'no recording (.wav, .flac, '],
    ['no recording', { 'a.pdf': '', 'b.txt': '' }, 'it contains only .pdf, .txt'],
  ])('a folder that contains %s', async (_, files, message) => {
    const error = { code: 'empty-folder', message: expect.stringContaining(message) };
    await expect(scanCorpus('ravdess', await corpusFolder(files))).rejects.toMatchObject(error);
  });

  it.each([
    ['another corpus', 'OAF_back_angry.wav', 'The names look like TESS. Use the corpus `tess`.'],
    ['another corpus', 'F01A01.wav', 'The names look like ShEMO. Use the corpus `shemo`.'],
    ['no known corpus', 'noise.wav', 'Pass the folder of that corpus.'],
    [
      'songs',
      '03-02-05-01-01-01-01.wav',
      'for example, `03-02-05-01-01-01-01.wav`: its channel is 02 (song)',
    ],
  ])('a folder of %s', async (_, file, message) => {
    const error = { code: 'wrong-corpus', message: expect.stringContaining(message) };
    await expect(scanCorpus('ravdess', await corpusFolder({ [file]: '' }))).rejects.toMatchObject(error);
  });
});

describe('the card of a scanned folder', () => {
  const synthetic = { title: 'Synthetic voices', license: 'CC0-1.0', synthetic: true };

  it("is the published corpus's own", async () => {
    const { card } = await scanCorpus('ravdess', await corpusFolder({ [name]: '' }));
    expect(card).toEqual({
      title: 'RAVDESS (speech, audio only)',
      license: 'CC BY-NC-SA 4.0',
      synthetic: false,
    });
  });

  it.each(['corpus.json', 'nested/corpus.json'])(
    'is %s, so that synthetic voices stay marked',
    async (path) => {
      const contents = JSON.stringify({ ...synthetic, maker: 'me' });
      const { card } = await scanCorpus(
        'ravdess',
        await corpusFolder({ [`nested/${name}`]: '', [path]: contents }),
      );
      expect(card).toEqual(synthetic);
    },
  );

  it.each([
    ['{ "title": ', 'must be JSON'],
    ['[]', 'must have a field `title` that is a text; got undefined'],
    ['null', 'must have a field `title`'],
    [JSON.stringify({ ...synthetic, license: '' }), 'must have a field `license` that is a text; got ""'],
    [
      JSON.stringify({ ...synthetic, synthetic: 'yes' }),
      'must have a field `synthetic` that is true or false; got "yes"',
    ],
  ])('rejects %s', async (contents, message) => {
    const folder = await corpusFolder({ [name]: '', 'corpus.json': contents });
    const error = {
      code: 'invalid-card',
      file: join(folder, 'corpus.json'),
      message: expect.stringContaining(message),
    };
    await expect(scanCorpus('ravdess', folder)).rejects.toMatchObject(error);
  });
});

const ravdess = realCorpus('ravdess');
describe.skipIf(ravdess.absent)('scanCorpus on RAVDESS (needs SER_CORPORA)', () => {
  it('finds 24 actors, 96 neutral clips and 192 of each other emotion', async () => {
    const { utterances, irregular, duplicates, card } = await scanCorpus('ravdess', ravdess.folder);
    const counts = new Map<string, number>();
    for (const { emotion } of utterances) counts.set(emotion, (counts.get(emotion) ?? 0) + 1);
    expect(utterances).toHaveLength(1439);
    expect(new Set(utterances.map(({ speaker }) => speaker)).size).toBe(24);
    expect(counts.get('neutral')).toBe(96);
    expect(counts.get('happy')).toBe(191); // only one of the identical pair
    expect([...counts.values()].filter((count) => count === 192)).toHaveLength(6);
    expect({ irregular, duplicates, synthetic: card.synthetic }).toEqual({
      irregular: [],
      duplicates: [['Actor_07/03-01-03-01-02-01-07.flac', 'Actor_07/03-01-03-01-02-02-07.flac']],
      synthetic: false,
    });
  });

  it('gives each of the six folds of EmoBox 240 clips, except for the second of the identical pair', async () => {
    const { utterances } = await scanCorpus('ravdess', ravdess.folder);
    const { folds } = makeSplit(utterances, { kind: 'published', name: 'emobox' }, { seed: 1 });
    expect(folds.map(({ test }) => test.length)).toEqual([240, 240, 240, 239, 240, 240]);
  });
});

const tess = realCorpus('tess');
describe.skipIf(tess.absent)('scanCorpus on TESS (needs SER_CORPORA)', () => {
  it('reports that it is not RAVDESS', async () => {
    const error = { code: 'wrong-corpus', message: expect.stringContaining('The names look like TESS') };
    await expect(scanCorpus('ravdess', tess.folder)).rejects.toMatchObject(error);
  });
});
