import { describe, expect, it } from 'vitest';
import { cremaD } from '../../src/corpora/cremaD.js';
import { ravdess } from '../../src/corpora/ravdess.js';
import { parseFiles } from '../../src/parse/parseFiles.js';

const name = '03-01-05-01-01-01-01.wav';

describe('parseFiles', () => {
  it('reads recordings and skips other files', () => {
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

  it('skips an MP3 file if there is a WAV file of that name', () => {
    const paths = [
      'AudioMP3/1001_DFA_ANG_XX.mp3',
      'AudioMP3/1001_DFA_SAD_XX.mp3',
      'AudioWAV/1001_DFA_ANG_XX.wav',
    ];
    const { utterances, duplicates, irregular } = parseFiles(cremaD, paths);
    expect(utterances.map(({ path }) => path)).toEqual([paths[2], paths[1]]);
    expect({ duplicates, irregular }).toEqual({ duplicates: [], irregular: [] });
  });

  it('reads the 2880 paths of a zip file that contains the corpus twice as one corpus', () => {
    const once = ravdess.expectedFiles!();
    const parsed = parseFiles(ravdess, [...once, ...once.map((path) => `nested/${path}`)]);
    expect(parsed.utterances).toHaveLength(1439); // two of the 1440 files are identical
    expect(parsed.duplicates).toHaveLength(1439);
    expect(parsed.duplicates.filter(({ length }) => length === 4)).toHaveLength(1);
  });

  it('uses the first of two files known to be identical', () => {
    const names = ['03-01-03-01-02-02-07.wav', '03-01-03-01-02-01-07.wav'];
    const { utterances, duplicates, irregular } = parseFiles(ravdess, names);
    expect(utterances.map(({ path }) => path)).toEqual(['03-01-03-01-02-01-07.wav']);
    expect(duplicates).toEqual([['03-01-03-01-02-01-07.wav', '03-01-03-01-02-02-07.wav']]);
    expect(irregular).toEqual([]);
  });

  it('uses neither of two identical files with different emotions, and says why', () => {
    const names = ['1006_TIE_HAP_XX.wav', '1006_TIE_NEU_XX.wav', '1006_TIE_SAD_XX.wav'];
    const { utterances, duplicates, irregular } = parseFiles(cremaD, names);
    expect(utterances.map(({ path }) => path)).toEqual(['1006_TIE_SAD_XX.wav']);
    expect(duplicates).toEqual([names.slice(0, 2)]);
    expect(irregular).toEqual([
      {
        file: '1006_TIE_HAP_XX.wav',
        what: 'identical to `1006_TIE_NEU_XX.wav`, which is labeled neutral, not happy; neither is used',
      },
      {
        file: '1006_TIE_NEU_XX.wav',
        what: 'identical to `1006_TIE_HAP_XX.wav`, which is labeled happy, not neutral; neither is used',
      },
    ]);
  });

  it('reports a name that does not follow the naming scheme', () => {
    const { utterances, irregular } = parseFiles(ravdess, ['03-02-05-01-01-01-01.wav']);
    expect(utterances).toEqual([]);
    expect(irregular).toEqual([{ file: '03-02-05-01-01-01-01.wav', what: expect.stringContaining('song') }]);
  });

  it('gives the same result for any order of the paths', () => {
    const paths = [...ravdess.expectedFiles!(), `twice/${name}`];
    expect(parseFiles(ravdess, [...paths].reverse())).toEqual(parseFiles(ravdess, paths));
  });
});
