import { describe, expect, it } from 'vitest';
import { ravdess } from '../src/corpora/ravdess.js';
import { parseFiles } from '../src/parseFiles.js';

const name = '03-01-05-01-01-01-01.wav';

describe('parseFiles', () => {
  it('reads what is a recording and passes over what is not', () => {
    const parsed = parseFiles(ravdess, [
      name,
      'README.txt',
      `__MACOSX/${name}`,
      `a/._${name}`,
      '.DS_Store',
      'wav',
    ]);
    expect(parsed.utterances.map(({ path }) => path)).toEqual([name]);
    expect(parsed.irregular).toEqual([]);
  });

  it('uses the least nested of several copies and reports them all', () => {
    const paths = [`audio_speech_actors_01-24/Actor_01/${name}`, `Actor_01/${name}`];
    const parsed = parseFiles(ravdess, paths);
    expect(parsed.utterances.map(({ path }) => path)).toEqual([`Actor_01/${name}`]);
    expect(parsed.duplicates).toEqual([[`Actor_01/${name}`, `audio_speech_actors_01-24/Actor_01/${name}`]]);
  });

  it('halves the 2880 paths of a zip that holds the corpus twice', () => {
    const once = ravdess.expectedFiles!();
    const parsed = parseFiles(ravdess, [...once, ...once.map((path) => `nested/${path}`)]);
    expect(parsed.utterances).toHaveLength(1440);
    expect(parsed.duplicates).toHaveLength(1440);
  });

  it('reports a name outside the grammar instead of guessing', () => {
    const { utterances, irregular } = parseFiles(ravdess, ['03-02-05-01-01-01-01.wav']);
    expect(utterances).toEqual([]);
    expect(irregular).toEqual([{ file: '03-02-05-01-01-01-01.wav', what: expect.stringContaining('song') }]);
  });

  it('gives the same answer for any order of the paths', () => {
    const paths = [...ravdess.expectedFiles!(), `twice/${name}`];
    expect(parseFiles(ravdess, [...paths].reverse())).toEqual(parseFiles(ravdess, paths));
  });
});
