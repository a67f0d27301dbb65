import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAudio, readAudioInfo } from '@ser/audio-io/node';
import { scanCorpus } from '@ser/datasets/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyntheticEmotion } from '../../src/synthesis/emotionStyles.js';
import type { SyntheticLayoutName } from '../../src/layouts/layouts.js';
import { writeSyntheticCorpus } from '../../src/corpus/writeSyntheticCorpus.js';

const small = { speakers: 2, emotions: ['neutral', 'sad'], repetitions: 1 } as const;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-synthetic-'));
});

afterEach(() => rm(folder, { recursive: true }));

const errorWith = (code: string, message: string): unknown =>
  expect.objectContaining({ name: 'SerError', code, message: expect.stringContaining(message) });

describe('writeSyntheticCorpus', () => {
  it('writes WAV files with RAVDESS names into one folder per speaker', async () => {
    const corpus = await writeSyntheticCorpus(join(folder, 'new', 'voices'), small);
    expect(corpus).toMatchObject({ folder: join(folder, 'new', 'voices'), nSpeakers: 2 });
    expect(corpus.files).toHaveLength(2 * (2 + 4));
    expect((await readdir(corpus.folder)).sort()).toEqual([
      'Actor_01',
      'Actor_02',
      'README.txt',
      'corpus.json',
    ]);
    expect((await readdir(join(corpus.folder, 'Actor_02'))).sort()).toEqual([
      '03-01-01-01-01-01-02.wav',
      '03-01-01-01-02-01-02.wav',
      '03-01-04-01-01-01-02.wav',
      '03-01-04-01-02-01-02.wav',
      '03-01-04-02-01-01-02.wav',
      '03-01-04-02-02-01-02.wav',
    ]);
    const info = await readAudioInfo(join(corpus.folder, corpus.files[0]!));
    expect(info).toMatchObject({ encoding: 'pcm16', sampleRate: 16000, nChannels: 1 });
  });

  it('marks the voices as synthetic, for programs and for people', async () => {
    await writeSyntheticCorpus(folder, small);
    const { card, utterances } = await scanCorpus('ravdess', folder);
    expect(card).toEqual({
      title: 'Synthetic voices (made by @ser/synthetic, no human speech)',
      license: 'CC0-1.0',
      synthetic: true,
    });
    expect(utterances).toHaveLength(12);
    expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('No human spoke here');
  });

  it('gives a speaker the same voice and takes, whatever else is written', async () => {
    await writeSyntheticCorpus(join(folder, 'a'), { ...small, seed: 5 });
    await writeSyntheticCorpus(join(folder, 'b'), { speakers: 1, emotions: ['sad'], seed: 5 });
    const file = 'Actor_01/03-01-04-02-02-01-01.wav';
    expect(await readFile(join(folder, 'a', file))).toEqual(await readFile(join(folder, 'b', file)));
  });

  it.each([
    ['crema-d', 'AudioWAV/1001_DFA_NEU_XX.wav', '1002'],
    ['savee', 'AudioData/DC/n01.wav', 'JE'],
    ['tess', 'OAF_back_neutral.wav', 'YAF'],
    ['emodb', 'wav/03a01Na.wav', '08'],
  ] as const)(
    'can be read like %s, with names such as %s, and stays marked as synthetic',
    async (layout, file, second) => {
      const { files, card } = await writeSyntheticCorpus(folder, { ...small, layout });
      expect(files[0]).toBe(file);
      expect(files).toHaveLength(2 * 2 * 2);
      const scan = await scanCorpus(layout, folder);
      expect(scan).toMatchObject({ card: { synthetic: true }, irregular: [], duplicates: [] });
      expect(scan.card).toEqual(card);
      expect(scan.utterances).toHaveLength(8);
      expect(new Set(scan.utterances.map(({ speaker }) => speaker))).toContain(second);
      expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('whatever its name says');
    },
  );

  it('gives two layouts of one seed different voices, so that they can be combined', async () => {
    const one = { speakers: 1, emotions: ['sad'], repetitions: 1 } as const;
    const [a, b] = await Promise.all(
      (['savee', 'ravdess'] as const).map((layout) =>
        writeSyntheticCorpus(join(folder, layout), { ...one, layout }),
      ),
    );
    expect(await readFile(join(a!.folder, a!.files[0]!))).not.toEqual(
      await readFile(join(b!.folder, b!.files[0]!)),
    );
  });

  it('makes all voices of a layout that has fewer than eight', async () => {
    const options = { emotions: ['sad'], repetitions: 1 } as const;
    expect(await writeSyntheticCorpus(folder, { ...options, layout: 'tess' })).toMatchObject({
      nSpeakers: 2,
    });
  });

  it('reports progress after each clip', async () => {
    const reported: string[] = [];
    await writeSyntheticCorpus(folder, {
      ...small,
      speakers: 1,
      onProgress: (done, total) => void reported.push(`${done}/${total}`),
    });
    expect(reported).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });

  it('replaces its own corpus, even an incomplete one', async () => {
    const abort = new AbortController();
    const onProgress = (done: number) => done === 3 && abort.abort(new Error('enough'));
    await expect(
      writeSyntheticCorpus(folder, { ...small, onProgress, signal: abort.signal }),
    ).rejects.toThrow('enough');
    expect(await readdir(join(folder, 'Actor_01'))).toHaveLength(3);
    const { files } = await writeSyntheticCorpus(folder, { ...small, seed: 2 });
    const clip = await readAudio(join(folder, files.at(-1)!));
    expect(clip.samples.length).toBeGreaterThan(16000);
  });

  it('writes nothing if it is aborted before it starts', async () => {
    const options = { ...small, signal: AbortSignal.abort() };
    await expect(writeSyntheticCorpus(folder, options)).rejects.toThrow('aborted');
    expect(await readdir(folder)).toEqual([]);
  });

  it('rejects a folder with other files, and does not change them', async () => {
    await writeFile(join(folder, 'thesis.txt'), 'precious');
    await expect(writeSyntheticCorpus(folder, small)).rejects.toThrow(
      errorWith('folder-in-use', 'it contains `thesis.txt` and is not a synthetic corpus'),
    );
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  it('rejects a folder with a corpus of other speakers or emotions', async () => {
    await writeSyntheticCorpus(folder, small);
    await expect(writeSyntheticCorpus(folder, { ...small, speakers: 1 })).rejects.toThrow(
      errorWith(
        'folder-in-use',
        'it contains `Actor_02/03-01-01-01-01-01-02.wav`, which is not part of this corpus',
      ),
    );
  });

  it('rejects a path that is a file', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    await expect(writeSyntheticCorpus(path, small)).rejects.toThrow(
      errorWith('folder-in-use', 'cannot be created (EEXIST)'),
    );
  });

  it.each([
    [{ speakers: 0 }, '`speakers` must be an integer from 1 to 24; got 0.'],
    [{ speakers: 2.5 }, '`speakers` must be an integer from 1 to 24; got 2.5.'],
    [{ repetitions: 3 }, '`repetitions` must be an integer from 1 to 2; got 3.'],
    [
      { emotions: [] },
      'one or more different emotions of angry, disgust, fear, happy, neutral, sad, surprise; got []',
    ],
    [
      { layout: 'emovo' as SyntheticLayoutName },
      "`layout` must be one of 'ravdess', 'crema-d', 'savee', 'tess', 'emodb'; got 'emovo'.",
    ],
    [{ layout: 'savee', speakers: 5 } as const, '`speakers` must be an integer from 1 to 4; got 5.'],
    [{ layout: 'crema-d', repetitions: 4 } as const, '`repetitions` must be an integer from 1 to 3; got 4.'],
    [{ layout: 'crema-d', emotions: ['surprise'] } as const, 'got ["surprise"].'],
    [{ emotions: ['joy' as SyntheticEmotion] }, 'got ["joy"].'],
    [{ emotions: ['sad', 'sad'] as const }, 'got ["sad","sad"].'],
  ])('rejects %o', async (wrong, message) => {
    await expect(writeSyntheticCorpus(folder, wrong)).rejects.toThrow(errorWith('invalid-option', message));
  });
});
