import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanCorpus } from '../../src/node/scanCorpus.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { realCorpus } from '../realCorpora.js';
import { corpusFolder, tone } from './corpusFolder.js';

const name = '03-01-05-01-01-01-01.wav';

describe('scanCorpus', () => {
  it('finds the utterances in any nesting, from their names', async () => {
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

  it('reports recordings that do not belong and copies, and goes on', async () => {
    const files = { [name]: '', [`again/${name}`]: '', 'noise.wav': '', [`__MACOSX/._${name}`]: '' };
    const { utterances, irregular, duplicates } = await scanCorpus('ravdess', await corpusFolder(files));
    expect(utterances).toHaveLength(1);
    expect(irregular.map(({ file }) => file)).toEqual(['noise.wav']);
    expect(duplicates).toEqual([[name, `again/${name}`]]);
  });

  it('follows links, also one that leads back to where it is', async () => {
    const elsewhere = await corpusFolder({ [name]: '' });
    const folder = await corpusFolder({ 'README.txt': '' });
    await symlink(elsewhere, join(folder, 'Actor_01'));
    await symlink(folder, join(folder, 'loop'));
    expect((await scanCorpus('ravdess', folder)).utterances.map(({ path }) => path)).toEqual([
      `Actor_01/${name}`,
    ]);
  });

  it('stops when its signal says so', async () => {
    const folder = await corpusFolder({ [name]: '' });
    const reason = new Error('enough');
    await expect(scanCorpus('ravdess', folder, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('scanCorpus on files that are equal to the byte', () => {
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
    expect(irregular[0]!.what).toContain(`the same recording as \`${angry(1)}\`, which is labelled angry`);
  });

  it('leaves empty, broken and silent files to whoever reads them', async () => {
    const silence = tone(200, { amplitude: 0 });
    const broken = 'no recording, but the same twice';
    for (const contents of ['', silence, broken]) {
      const folder = await corpusFolder({ [angry(1)]: contents, [sad]: contents });
      expect((await scanCorpus('ravdess', folder)).utterances).toHaveLength(2);
    }
  });

  it('goes by what is heard where the voices are synthetic, not by what is known of the published names', async () => {
    const [first, second] = ['03-01-03-01-02-01-07.wav', '03-01-03-01-02-02-07.wav'] as const;
    const files = { [first]: tone(200), [second]: tone(201) };
    const card = JSON.stringify({ title: 'Tones', licence: 'CC0-1.0', synthetic: true });
    expect((await scanCorpus('ravdess', await corpusFolder(files))).utterances).toHaveLength(1);
    const marked = await corpusFolder({ ...files, 'corpus.json': card });
    expect((await scanCorpus('ravdess', marked)).utterances).toHaveLength(2);
  });
});

describe('scanCorpus refuses', () => {
  it('a corpus it does not know', async () => {
    await expect(scanCorpus('ravdes', '.')).rejects.toMatchObject({ code: 'unknown-corpus' });
  });

  it('a folder that is not there', async () => {
    const folder = join(await corpusFolder({}), 'nowhere');
    const error = {
      code: 'folder-not-found',
      file: folder,
      message: expect.stringContaining('There is no folder'),
    };
    await expect(scanCorpus('ravdess', folder)).rejects.toMatchObject(error);
  });

  it('a file in place of a folder', async () => {
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
    ['no recording', { 'a.mp4': '', 'b.txt': '' }, 'only `.mp4`, `.txt`'],
  ])('a folder that holds %s', async (_, files, message) => {
    const error = { code: 'empty-folder', message: expect.stringContaining(message) };
    await expect(scanCorpus('ravdess', await corpusFolder(files))).rejects.toMatchObject(error);
  });

  it.each([
    ['another corpus', 'OAF_back_angry.wav', 'The names look like TESS: say `tess`.'],
    ['a corpus without a parser', 'rab-m1-b1.wav', 'The names look like EMOVO, which cannot be read yet.'],
    ['no corpus at all', 'noise.wav', 'Give the folder of that corpus.'],
    ['songs', '03-02-05-01-01-01-01.wav', 'channel 02 (song)'],
  ])('a folder of %s', async (_, file, message) => {
    const error = { code: 'wrong-corpus', message: expect.stringContaining(message) };
    await expect(scanCorpus('ravdess', await corpusFolder({ [file]: '' }))).rejects.toMatchObject(error);
  });
});

describe('the card of a scanned folder', () => {
  const synthetic = { title: 'Voices of a machine', licence: 'CC0-1.0', synthetic: true };

  it("is the published corpus's own", async () => {
    const { card } = await scanCorpus('ravdess', await corpusFolder({ [name]: '' }));
    expect(card).toEqual({
      title: 'RAVDESS (speech, audio only)',
      licence: 'CC BY-NC-SA 4.0',
      synthetic: false,
    });
  });

  it.each(['corpus.json', 'nested/corpus.json'])(
    'is what %s says, so that synthetic voices stay marked',
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
    ['{ "title": ', 'Expected JSON'],
    ['[]', 'Expected `title` to be a text, got `undefined`'],
    ['null', 'Expected `title`'],
    [JSON.stringify({ ...synthetic, licence: '' }), 'Expected `licence` to be a text, got `""`'],
    [
      JSON.stringify({ ...synthetic, synthetic: 'yes' }),
      'Expected `synthetic` to be true or false, got `"yes"`',
    ],
  ])('refuses %s', async (contents, message) => {
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
    expect(counts.get('happy')).toBe(191); // of the identical pair the first
    expect([...counts.values()].filter((count) => count === 192)).toHaveLength(6);
    expect({ irregular, duplicates, synthetic: card.synthetic }).toEqual({
      irregular: [],
      duplicates: [['Actor_07/03-01-03-01-02-01-07.flac', 'Actor_07/03-01-03-01-02-02-07.flac']],
      synthetic: false,
    });
  });

  it('gives the six folds of EmoBox 240 clips each, but for the second name of one recording', async () => {
    const { utterances } = await scanCorpus('ravdess', ravdess.folder);
    const { folds } = makeSplit(utterances, { kind: 'published', name: 'emobox' }, { seed: 1 });
    expect(folds.map(({ test }) => test.length)).toEqual([240, 240, 240, 239, 240, 240]);
  });
});

const tess = realCorpus('tess');
describe.skipIf(tess.absent)('scanCorpus on TESS (needs SER_CORPORA)', () => {
  it('tells that it is not RAVDESS', async () => {
    const error = { code: 'wrong-corpus', message: expect.stringContaining('The names look like TESS') };
    await expect(scanCorpus('ravdess', tess.folder)).rejects.toMatchObject(error);
  });
});
