import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { readData } from '../../src/options/data.js';
import { makeFolder } from '../makeFolder.js';
import { testIo } from '../runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('data');
  let pitch = 0;
  for (const path of [
    'voices/Actor_01/03-01-05-01-01-01-01.wav',
    'sorted/angry/ann_1.wav',
    'sorted/sad/bob_2.wav',
    'a=b/angry/1.wav',
    'a=b/sad/2.wav',
  ]) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    const samples = Float32Array.from({ length: 800 }, (_, i) => Math.sin((i * ++pitch) / 1e4) / 2);
    await writeWav(join(folder, path), { samples, sampleRate: 16_000 });
  }
  const rows = 'path;label\nsorted/angry/ann_1.wav;wütend\nsorted/sad/bob_2.wav;sad\n';
  await writeFile(join(folder, 'clips.csv'), rows);
});

const read = (typed: string, corpora: readonly string[], own = {}) =>
  readData(testIo({ cwd: folder }), [typed], { corpora, own }).then(([source]) => source!);

describe('readData', () => {
  it('assigns a folder without a name to the only corpus', async () => {
    expect(await read('voices', ['ravdess'])).toEqual({ corpus: 'ravdess', folder: join(folder, 'voices') });
    expect(await read('none', ['ravdess'])).toEqual({ corpus: 'ravdess', folder: join(folder, 'none') });
  });

  it('identifies a known corpus by its file names', async () => {
    const source = { corpus: 'ravdess', folder: join(folder, 'voices') };
    expect(await read('voices', ['ravdess', 'tess'])).toEqual(source);
  });

  it('reads the corpus before the equals sign', async () => {
    expect(await read('crema-d=/x=y', ['ravdess', 'crema-d'])).toEqual({ corpus: 'crema-d', folder: '/x=y' });
  });

  it.each([['sorted'], ['mine=sorted'], ['a=b']])('reads recordings sorted by label: %s', async (typed) => {
    const source = await read(typed, ['ravdess', 'tess']);
    expect(source).toMatchObject({ utterances: [{ emotion: 'angry' }, { emotion: 'sad' }] });
    expect(source.corpus).toBe({ sorted: 'sorted', 'mine=sorted': 'mine', 'a=b': 'a-b' }[typed]);
  });

  it('reads them for a recipe with a single corpus, too', async () => {
    expect(await read('sorted', ['ravdess'])).toMatchObject({ corpus: 'sorted' });
    expect(await read('sorted', ['mine'])).toMatchObject({ corpus: 'mine' });
  });

  it('takes labels and speakers as the options say', async () => {
    const own = { map: { angry: 'cross' }, speakerFrom: '([a-z]+)_\\d' };
    expect(await read('sorted', ['ravdess'], own)).toMatchObject({
      utterances: [
        { emotion: 'cross', speaker: 'ann' },
        { emotion: 'sad', speaker: 'bob' },
      ],
    });
  });

  it('reads a table', async () => {
    expect(await read('clips.csv', ['ravdess'], { map: { wütend: 'angry' } })).toMatchObject({
      corpus: 'clips',
      utterances: [{ emotion: 'angry' }, { emotion: 'sad' }],
    });
  });

  it('rejects the misspelled name of a known corpus', async () => {
    await expect(read('ravdes=voices', ['ravdess', 'tess'])).rejects.toMatchObject({
      code: 'unknown-corpus',
      message: expect.stringMatching(/got `ravdes`\. Did you mean `ravdess`\?$/),
    });
  });

  it('rejects a folder that does not exist', async () => {
    await expect(read('none', ['ravdess', 'tess'])).rejects.toMatchObject({ code: 'folder-not-found' });
  });
});
