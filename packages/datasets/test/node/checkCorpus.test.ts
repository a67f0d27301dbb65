import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/node/checkCorpus.js';
import { realCorpus } from '../realCorpora.js';
import { corpusFolder, tone } from './corpusFolder.js';

const clip = (take: number, actor = '01') => `Actor_${actor}/03-01-05-01-01-0${take}-${actor}.wav`;

describe('checkCorpus', () => {
  it('counts what is there and names what is missing, as `ser corpora check --json` prints it', async () => {
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

  it('lists each unreadable file with its error, and reads on', async () => {
    const whole = tone(200);
    const folder = await corpusFolder({
      [clip(1)]: '',
      [clip(2)]: 'Dear diary, this is a letter and no recording at all, however long it goes on.',
      [clip(1, '02')]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 4\n',
      [clip(2, '02')]: whole,
      [clip(1, '03')]: whole.subarray(0, whole.length / 2),
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

  it('finds copies by their sound, whatever they are called, and silence that is no copy', async () => {
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

  it('joins the pair that is known to be one recording with whatever sounds like either', async () => {
    const [first, second] = ['03-01-03-01-02-01-07.wav', '03-01-03-01-02-02-07.wav'] as const;
    const files = { [first]: tone(200), [second]: tone(201), [clip(1)]: tone(200), [clip(2)]: tone(201) };
    const { duplicates } = await checkCorpus('ravdess', await corpusFolder(files));
    expect(duplicates.map((group) => [...group].sort())).toEqual([[first, second, clip(1), clip(2)].sort()]);
  });

  it('tells stereo in a mono corpus, another sample rate and a foreign name', async () => {
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
      { file: clip(2), what: '2 channels, where the corpus has 1 channel' },
      { file: clip(1, '02'), what: 'sampled at 48000 Hz, where most files are at 16000 Hz' },
    ]);
  });

  it('tells how far it is, and stops between files when its signal says so', async () => {
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

  it('refuses folders as scanCorpus does', async () => {
    await expect(checkCorpus('ravdess', await corpusFolder({}))).rejects.toMatchObject({
      code: 'empty-folder',
    });
  });
});

describe('checkCorpus on files as CREMA-D has them', () => {
  it('tells a file that is not what its name says', async () => {
    const files = { '1001_DFA_ANG_XX.flac': tone(200), '1001_DFA_SAD_XX.WAV': tone(300) };
    const { clips, unreadable, irregular } = await checkCorpus('crema-d', await corpusFolder(files));
    expect({ clips, unreadable }).toEqual({ clips: 2, unreadable: [] });
    expect(irregular).toEqual([
      { file: '1001_DFA_ANG_XX.flac', what: 'it is WAV, and not what `.flac` says' },
    ]);
  });

  it('tells files that a git clone without LFS leaves, and what to do', async () => {
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

  it('tells recordings that stand under two emotions, found by their sound', async () => {
    const files = { '1001_DFA_ANG_XX.wav': tone(200), '1001_DFA_SAD_XX.wav': tone(200) };
    const { clips, duplicates, irregular } = await checkCorpus('crema-d', await corpusFolder(files));
    expect({ clips, duplicates }).toEqual({ clips: 2, duplicates: [Object.keys(files)] });
    expect(irregular.map(({ what }) => what)).toEqual([
      expect.stringContaining('labelled sad and not angry: neither is used'),
      expect.stringContaining('labelled angry and not sad: neither is used'),
    ]);
  });
});

const ravdess = realCorpus('ravdess');
describe.skipIf(ravdess.absent)('checkCorpus on RAVDESS (needs SER_CORPORA)', () => {
  // here the pair is converted with dither and no longer equal to the sample: it is known, not heard
  it('finds it complete, with the one known pair of identical files', { timeout: 300_000 }, async () => {
    expect(await checkCorpus('ravdess', ravdess.folder)).toEqual({
      corpus: 'ravdess',
      clips: 1440,
      expected: 1440,
      speakers: 24,
      labels: {
        neutral: 96,
        calm: 192,
        happy: 192,
        sad: 192,
        angry: 192,
        fear: 192,
        disgust: 192,
        surprise: 192,
      },
      missing: [],
      unreadable: [],
      duplicates: [['Actor_07/03-01-03-01-02-01-07.flac', 'Actor_07/03-01-03-01-02-02-07.flac']],
      silent: [],
      irregular: [],
    });
  });
});

const quirks = realCorpus('quirks/ravdess');
describe.skipIf(quirks.absent)('checkCorpus on the oddities of RAVDESS (needs SER_CORPORA)', () => {
  it('tells the stereo files and the identical pair', async () => {
    const { clips, unreadable, duplicates, irregular } = await checkCorpus('ravdess', quirks.folder);
    expect({ clips, unreadable }).toEqual({ clips: 6, unreadable: [] });
    expect(duplicates).toEqual([['Actor_07/03-01-03-01-02-01-07.wav', 'Actor_07/03-01-03-01-02-02-07.wav']]);
    expect(irregular.map(({ file, what }) => `${file}: ${what}`).sort()).toEqual(
      [
        'Actor_01/03-01-02-01-01-02-01.wav',
        'Actor_01/03-01-08-01-02-02-01.wav',
        'Actor_05/03-01-02-01-02-02-05.wav',
        'Actor_20/03-01-03-01-02-01-20.wav',
      ].map((file) => `${file}: 2 channels, where the corpus has 1 channel`),
    );
  });
});

const original = realCorpus('ravdess-original-actor-02');
describe.skipIf(original.absent)('checkCorpus on RAVDESS as published (needs SER_CORPORA)', () => {
  it('reads its WAV files, chunks that most readers do not know included', async () => {
    expect(await checkCorpus('ravdess', original.folder)).toMatchObject({
      clips: 20,
      speakers: 1,
      unreadable: [],
      irregular: [],
    });
  });
});

const tess = realCorpus('tess');
describe.skipIf(tess.absent)('checkCorpus on TESS (needs SER_CORPORA)', () => {
  it('finds it complete, one name misspelt', { timeout: 300_000 }, async () => {
    expect(await checkCorpus('tess', tess.folder)).toEqual({
      corpus: 'tess',
      clips: 2800,
      expected: 2800,
      speakers: 2,
      labels: { angry: 400, disgust: 400, fear: 400, happy: 400, neutral: 400, surprise: 400, sad: 400 },
      missing: [],
      unreadable: [],
      duplicates: [],
      silent: [],
      irregular: [{ file: 'OA_bite_neutral.flac', what: 'its speaker `OA` is read as `OAF`' }],
    });
  });
});

const oddTess = realCorpus('quirks/tess');
describe.skipIf(oddTess.absent)('checkCorpus on the oddities of TESS (needs SER_CORPORA)', () => {
  it('reads the two AIFF-C files and tells them, the one at 96 kHz and the misspelt one', async () => {
    const { clips, missing, unreadable, irregular } = await checkCorpus('tess', oddTess.folder);
    expect({ clips, missing: missing.length, unreadable }).toEqual({
      clips: 6,
      missing: 2794,
      unreadable: [],
    });
    expect(irregular).toEqual([
      { file: 'OA_bite_neutral.wav', what: 'its speaker `OA` is read as `OAF`' },
      { file: 'YAF_germ_angry.wav', what: 'it is AIFF-C, and not what `.wav` says' },
      { file: 'YAF_neat_fear.wav', what: 'it is AIFF-C, and not what `.wav` says' },
      { file: 'OAF_food_fear.wav', what: 'sampled at 96000 Hz, where most files are at 24414 Hz' },
    ]);
  });
});

const emodb = realCorpus('emodb');
describe.skipIf(emodb.absent)('checkCorpus on EmoDB (needs SER_CORPORA)', () => {
  it('finds it complete', { timeout: 300_000 }, async () => {
    expect(await checkCorpus('emodb', emodb.folder)).toEqual({
      corpus: 'emodb',
      clips: 535,
      expected: 535,
      speakers: 10,
      labels: { angry: 127, boredom: 81, disgust: 46, fear: 69, happy: 71, sad: 62, neutral: 79 },
      missing: [],
      unreadable: [],
      duplicates: [],
      silent: [],
      irregular: [],
    });
  });
});

const oddEmodb = realCorpus('quirks/emodb');
describe.skipIf(oddEmodb.absent)('checkCorpus on the oddity of EmoDB (needs SER_CORPORA)', () => {
  it('reads the file that has a chunk of padding before its samples', async () => {
    expect(await checkCorpus('emodb', oddEmodb.folder)).toMatchObject({ clips: 1, unreadable: [] });
  });
});

const nemo = realCorpus('nemo');
describe.skipIf(nemo.absent)('checkCorpus on nEMO (needs SER_CORPORA)', () => {
  it('finds the part that is here sound', { timeout: 300_000 }, async () => {
    expect(await checkCorpus('nemo', nemo.folder)).toEqual({
      corpus: 'nemo',
      clips: 697,
      expected: 4481,
      speakers: 6,
      labels: { angry: 120, fear: 117, happy: 120, neutral: 120, sad: 120, surprise: 100 },
      missing: [],
      unreadable: [],
      duplicates: [],
      silent: [],
      irregular: [],
    });
  });
});

const cremaD = realCorpus('crema-d');
describe.skipIf(cremaD.absent)('checkCorpus on CREMA-D (needs SER_CORPORA)', () => {
  it('finds the part that is here sound, and passes over MP3', async () => {
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
