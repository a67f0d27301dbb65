import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { beforeAll, describe, expect, it } from 'vitest';
import { refuseTooManySkipped } from '../../src/data/skipClips.js';
import { freshFolder, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 88244\n';
const silence = encodeWav({ samples: new Float32Array(16000), sampleRate: 16000 });

/** Clips of the tiny corpus that are damaged in different ways. */
const clips = {
  truncated: 'Actor_01/03-01-01-01-01-01-01.wav',
  empty: 'Actor_02/03-01-03-01-01-01-02.wav',
  pointer: 'Actor_03/03-01-04-01-01-01-03.wav',
  text: 'Actor_04/03-01-05-01-01-01-04.wav',
  silent: 'Actor_04/03-01-05-02-01-01-04.wav',
};

describe('clips that cannot be used', () => {
  let whole: string;
  const copyOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const folder = join(await freshFolder(), 'corpus');
    await cp(whole, folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
    return folder;
  };

  beforeAll(async () => {
    whole = await tinyCorpus();
  });

  it('are skipped, counted, and named, and the split stays the same', async () => {
    const half = (await readFile(join(whole, clips.truncated))).subarray(0, 2000);
    const corpus = await copyOf({ [clips.truncated]: half, [clips.silent]: silence });
    const damaged = await runTiny(corpus, { epochs: 1 });
    const sound = await runTiny(whole, { epochs: 1 });

    const events = damaged.events.filter((event) => event.type === 'skipped');
    expect(events.map(({ path, code }) => [path, code])).toEqual([
      [clips.truncated, 'truncated-file'],
      [clips.silent, 'silent-clip'],
    ]);
    expect(damaged.result.metrics.skipped.map(({ path }) => path)).toEqual([clips.truncated, clips.silent]);
    expect(await damaged.read('report.html')).toContain(clips.silent);
    expect(await damaged.read('split.json')).toBe(await sound.read('split.json'));

    const { train, test } = damaged.result.metrics.folds[0]!;
    expect(train.clips + test.clips).toBe(54);
    const tested = rowsOf(await damaged.read('predictions.csv')).map(({ path }) => path);
    expect(tested).not.toContain(clips.truncated);
    expect(tested).not.toContain(clips.silent);
  });

  it('stop the run above 5%, with their number, names, and reasons', async () => {
    const corpus = await copyOf({
      [clips.empty]: '',
      [clips.pointer]: pointer,
      [clips.text]: 'this is no sound',
    });
    await expect(runTiny(corpus)).rejects.toMatchObject({
      code: 'too-many-unreadable',
      message: [
        'At most 5% of the clips (`maxUnreadable`) may be unusable; got 3 of 56. Download them again, or increase `maxUnreadable`:',
        `  ${clips.empty}: empty-file`,
        `  ${clips.pointer}: git-lfs-pointer`,
        `  ${clips.text}: not-audio`,
      ].join('\n'),
    });
  });
});

describe('refuseTooManySkipped', () => {
  it('says which decoder to install if one is missing', () => {
    const message = 'a.mp3: Expected a decoder for MP3, found none. Run `npm install mpg123-decoder`.';
    const skipped = ['a.mp3', 'b.mp3'].map((path) => ({
      corpus: 'x',
      path,
      code: 'decoder-not-installed',
      message,
    }));
    const refuse = () => refuseTooManySkipped(skipped, { total: 2, maxUnreadable: 0.05 });
    expect(refuse).toThrow(`  b.mp3: decoder-not-installed\n${message}`);
  });
});
