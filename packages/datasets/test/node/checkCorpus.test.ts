import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/node/checkCorpus.js';
import { realCorpus } from '../realCorpora.js';
import { corpusFolder, tone } from './corpusFolder.js';

const clip = (take: number, actor = '01') => `Actor_${actor}/03-01-05-01-01-0${take}-${actor}.wav`;

describe('checkCorpus', () => {
  it('counts the files and lists the missing ones, as `ser corpora check --json` prints it', async () => {
    const report = await checkCorpus(
      'ravdess',
      await corpusFolder({ [clip(1)]: tone(200), [clip(2)]: tone(300) }),
    );
    expect(Object.keys(report)).toEqual([
      'corpus',
      'clips',
      'expected',
      'speakers',
      'labels',
      'missing',
      'unreadable',
      'duplicates',
      'silent',
      'irregular',
    ]);
    expect(report).toMatchObject({ corpus: 'ravdess', clips: 2, expected: 1440, speakers: 1 });
    expect(report.labels).toEqual({
      neutral: 0,
      calm: 0,
      happy: 0,
      sad: 0,
      angry: 2,
      fear: 0,
      disgust: 0,
      surprise: 0,
    });
    expect(report.missing).toHaveLength(1438);
    expect(report.missing[0]).toBe('Actor_01/03-01-01-01-01-01-01.wav');
    expect(report).toMatchObject({ unreadable: [], duplicates: [], silent: [], irregular: [] });
  });

  it('lists each unreadable file with its error, and continues', async () => {
    const complete = tone(200);
    const folder = await corpusFolder({
      [clip(1)]: '',
      [clip(2)]: 'This is a text file, not a recording.',
      [clip(1, '02')]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 4\n',
      [clip(2, '02')]: complete,
      [clip(1, '03')]: complete.subarray(0, complete.length / 2),
    });
    await symlink('nowhere', join(folder, '03-01-05-01-01-01-04.wav'));
    const { clips, unreadable } = await checkCorpus('ravdess', folder);
    expect(clips).toBe(6);
    expect(unreadable.map(({ file, code }) => [file, code])).toEqual([
      [clip(1), 'empty-file'],
      [clip(1, '02'), 'git-lfs-pointer'],
      [clip(1, '03'), 'truncated-file'],
      ['03-01-05-01-01-01-04.wav', 'ENOENT'],
      [clip(2), 'not-audio'],
    ]);
    for (const { what } of unreadable) expect(what).not.toBe('');
  });

  it('finds copies by their samples, whatever their names, but not silent files', async () => {
    const silence = tone(200, { amplitude: 0 });
    const { duplicates, silent } = await checkCorpus(
      'ravdess',
      await corpusFolder({
        [clip(1)]: tone(200),
        [clip(2)]: tone(200),
        [`nested/${clip(2)}`]: tone(200),
        [clip(1, '02')]: silence,
        [clip(2, '02')]: silence,
        [clip(1, '03')]: tone(300),
        [`nested/${clip(1, '03')}`]: tone(300),
      }),
    );
    expect(duplicates).toEqual([
      [clip(1), clip(2), `nested/${clip(2)}`],
      [clip(1, '03'), `nested/${clip(1, '03')}`],
    ]);
    expect(silent).toEqual([clip(1, '02'), clip(2, '02')]);
  });

  it('joins files known to be identical with files whose samples equal either one', async () => {
    const [first, second] = ['03-01-03-01-02-01-07.wav', '03-01-03-01-02-02-07.wav'] as const;
    const files = { [first]: tone(200), [second]: tone(201), [clip(1)]: tone(200), [clip(2)]: tone(201) };
    const { duplicates } = await checkCorpus('ravdess', await corpusFolder(files));
    expect(duplicates.map((group) => [...group].sort())).toEqual([[first, second, clip(1), clip(2)].sort()]);
  });

  it('reports stereo in a mono corpus, another sample rate, and an unknown name', async () => {
    const { irregular } = await checkCorpus(
      'ravdess',
      await corpusFolder({
        [clip(1)]: tone(200),
        [clip(2)]: tone(300, { nChannels: 2 }),
        [clip(1, '02')]: tone(400, { sampleRate: 48000 }),
        'noise.wav': tone(500),
      }),
    );
    expect(irregular).toEqual([
      { file: 'noise.wav', what: expect.stringContaining('not seven two-digit numbers') },
      { file: clip(2), what: 'has 2 channels; the corpus has 1 channel' },
      { file: clip(1, '02'), what: 'is sampled at 48000 Hz; most files are at 16000 Hz' },
    ]);
  });

  it('reports progress, and stops between files when its signal is aborted', async () => {
    const folder = await corpusFolder({
      [clip(1)]: tone(200),
      [clip(2)]: tone(300),
      [clip(1, '02')]: tone(400),
    });
    const stop = new AbortController();
    const seen: [number, number][] = [];
    const check = checkCorpus('ravdess', folder, {
      signal: stop.signal,
      onProgress(done, total) {
        seen.push([done, total]);
        if (done === 2) stop.abort();
      },
    });
    await expect(check).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  it('rejects the same folders as scanCorpus', async () => {
    await expect(checkCorpus('ravdess', await corpusFolder({}))).rejects.toMatchObject({
      code: 'empty-folder',
    });
  });
});

describe('checkCorpus on files like those of CREMA-D', () => {
  it('reports a file whose content does not match its extension', async () => {
    const files = { '1001_DFA_ANG_XX.flac': tone(200), '1001_DFA_SAD_XX.WAV': tone(300) };
    const { clips, unreadable, irregular } = await checkCorpus('crema-d', await corpusFolder(files));
    expect({ clips, unreadable }).toEqual({ clips: 2, unreadable: [] });
    expect(irregular).toEqual([
      { file: '1001_DFA_ANG_XX.flac', what: 'contains WAV although its extension is `.flac`' },
    ]);
  });

  it('reports the pointers of a git clone without LFS, and what to do', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 4\n';
    const folder = await corpusFolder({ 'AudioWAV/1001_DFA_ANG_XX.wav': pointer });
    const { unreadable } = await checkCorpus('crema-d', folder);
    expect(unreadable).toEqual([
      {
        file: 'AudioWAV/1001_DFA_ANG_XX.wav',
        code: 'git-lfs-pointer',
        what: expect.stringContaining('git lfs pull'),
      },
    ]);
  });

  it('reports identical recordings with two emotions', async () => {
    const files = { '1001_DFA_ANG_XX.wav': tone(200), '1001_DFA_SAD_XX.wav': tone(200) };
    const { clips, duplicates, irregular } = await checkCorpus('crema-d', await corpusFolder(files));
    expect({ clips, duplicates }).toEqual({ clips: 2, duplicates: [Object.keys(files)] });
    expect(irregular.map(({ what }) => what)).toEqual([
      expect.stringContaining('labeled sad, not angry; neither is used'),
      expect.stringContaining('labeled angry, not sad; neither is used'),
    ]);
  });
});

const quirks = realCorpus('quirks/ravdess');
describe.skipIf(quirks.absent)('checkCorpus on the irregular files of RAVDESS (needs SER_CORPORA)', () => {
  it('reports the stereo files and the identical pair', async () => {
    const { clips, unreadable, duplicates, irregular } = await checkCorpus('ravdess', quirks.folder);
    expect({ clips, unreadable }).toEqual({ clips: 6, unreadable: [] });
    expect(duplicates).toEqual([['Actor_07/03-01-03-01-02-01-07.wav', 'Actor_07/03-01-03-01-02-02-07.wav']]);
    expect(irregular.map(({ file, what }) => `${file}: ${what}`).sort()).toEqual(
      [
        'Actor_01/03-01-02-01-01-02-01.wav',
        'Actor_01/03-01-08-01-02-02-01.wav',
        'Actor_05/03-01-02-01-02-02-05.wav',
        'Actor_20/03-01-03-01-02-01-20.wav',
      ].map((file) => `${file}: has 2 channels; the corpus has 1 channel`),
    );
  });
});

const original = realCorpus('ravdess-original-actor-02');
describe.skipIf(original.absent)('checkCorpus on RAVDESS as published (needs SER_CORPORA)', () => {
  it('reads its WAV files, which contain unusual chunks', async () => {
    expect(await checkCorpus('ravdess', original.folder)).toMatchObject({
      clips: 20,
      speakers: 1,
      unreadable: [],
      irregular: [],
    });
  });
});

const oddTess = realCorpus('quirks/tess');
describe.skipIf(oddTess.absent)('checkCorpus on the irregular files of TESS (needs SER_CORPORA)', () => {
  it('reads and reports the two AIFF-C files, the one at 96 kHz, and the misspelled one', async () => {
    const { clips, missing, unreadable, irregular } = await checkCorpus('tess', oddTess.folder);
    expect({ clips, missing: missing.length, unreadable }).toEqual({
      clips: 6,
      missing: 2794,
      unreadable: [],
    });
    expect(irregular).toEqual([
      { file: 'OA_bite_neutral.wav', what: 'its speaker `OA` is read as `OAF`' },
      { file: 'YAF_germ_angry.wav', what: 'contains AIFF-C although its extension is `.wav`' },
      { file: 'YAF_neat_fear.wav', what: 'contains AIFF-C although its extension is `.wav`' },
      { file: 'OAF_food_fear.wav', what: 'is sampled at 96000 Hz; most files are at 24414 Hz' },
    ]);
  });
});

const oddEmodb = realCorpus('quirks/emodb');
describe.skipIf(oddEmodb.absent)('checkCorpus on the irregular file of EmoDB (needs SER_CORPORA)', () => {
  it('reads the file with a padding chunk before its samples', async () => {
    expect(await checkCorpus('emodb', oddEmodb.folder)).toMatchObject({ clips: 1, unreadable: [] });
  });
});

const cremaD = realCorpus('crema-d');
describe.skipIf(cremaD.absent)('checkCorpus on CREMA-D (needs SER_CORPORA)', () => {
  it('finds no errors in the available part, and skips MP3 files', async () => {
    const { missing, ...report } = await checkCorpus('crema-d', cremaD.folder);
    expect(missing).toHaveLength(7430);
    expect(report).toEqual({
      corpus: 'crema-d',
      clips: 12,
      expected: 7442,
      speakers: 2,
      labels: { angry: 2, disgust: 2, fear: 2, happy: 2, neutral: 2, sad: 2 },
      unreadable: [],
      duplicates: [],
      silent: [],
      irregular: [],
    });
  });
});
