import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cremaD } from '../../src/corpora/cremaD.js';
import { parseFiles } from '../../src/parse/parseFiles.js';
import { realCorpus } from '../realCorpora.js';

const wholeCremaD = cremaD.expectedFiles!().map((path) => cremaD.parse(path)!);

describe('crema-d', () => {
  it('reads every field of a name', () => {
    expect(cremaD.parse('AudioWAV/1002_IEO_ANG_HI.wav')).toEqual({
      id: 'crema-d/1002_IEO_ANG_HI',
      path: 'AudioWAV/1002_IEO_ANG_HI.wav',
      corpus: 'crema-d',
      speaker: '1002',
      sex: 'female',
      emotion: 'angry',
      intensity: 'high',
      text: "It's eleven o'clock",
      language: 'en',
      recording: 'crema-d/1002_IEO_ANG_HI',
    });
  });

  it('has no intensity if the corpus does not state one', () => {
    expect(cremaD.parse('1001_DFA_ANG_XX.wav')).not.toHaveProperty('intensity');
  });

  it('reads and reports the old level X as XX', () => {
    const { utterances, irregular } = parseFiles(cremaD, ['1040_ITH_SAD_X.wav']);
    expect(utterances).toMatchObject([{ id: 'crema-d/1040_ITH_SAD_XX' }]);
    expect(irregular).toEqual([{ file: '1040_ITH_SAD_X.wav', what: 'its level `X` is read as `XX`' }]);
  });

  it('excludes the three recordings that have two emotions each', () => {
    const { utterances, irregular } = parseFiles(cremaD, cremaD.expectedFiles!());
    expect(utterances).toHaveLength(7442 - 6);
    expect(irregular.map(({ file }) => file)).toEqual([
      'AudioWAV/1006_TIE_HAP_XX.wav',
      'AudioWAV/1006_TIE_NEU_XX.wav',
      'AudioWAV/1013_WSI_DIS_XX.wav',
      'AudioWAV/1013_WSI_SAD_XX.wav',
      'AudioWAV/1017_IWW_ANG_XX.wav',
      'AudioWAV/1017_IWW_FEA_XX.wav',
    ]);
  });

  it('has 82 clips of each of 48 men and 43 women, except five with unpublished clips', () => {
    const counts = new Map<string, number>();
    for (const { speaker } of wholeCremaD) counts.set(speaker!, (counts.get(speaker!) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count !== 82)).toEqual([
      ['1002', 81],
      ['1008', 76],
      ['1009', 76],
      ['1019', 76],
      ['1076', 81],
    ]);
    const women = new Set(wholeCremaD.filter(({ sex }) => sex === 'female').map(({ speaker }) => speaker));
    expect([women.size, counts.size - women.size]).toEqual([43, 48]);
  });

  it('has 455 clips at each level of the one sentence that has levels', () => {
    const count = (intensity?: string) => wholeCremaD.filter((one) => one.intensity === intensity).length;
    expect(['low', 'medium', 'high', undefined].map(count)).toEqual([455, 455, 455, 6077]);
  });

  it.each([
    ['1092_DFA_ANG_XX', 'actor 1092 is not one of 1001 to 1091'],
    ['1001_DFB_ANG_XX', 'sentence DFB is not one of IEO, TIE'],
    ['1001_DFA_JOY_XX', 'emotion JOY is not one of ANG, DIS'],
    ['1001_DFA_ANG_HI', 'level HI is not XX, the levels of DFA with ANG'],
    ['1001_IEO_NEU_LO', 'level LO is not XX, the levels of IEO with NEU'],
    ['1001_IEO_ANG_XX', 'level XX is not LO, MD, HI, the levels of IEO with ANG'],
    ['OAF_back_angry', 'not actor, sentence, emotion, and level'],
  ])('rejects %s: %s', (name, reason) => {
    expect(cremaD.parse(`${name}.wav`)).toBeUndefined();
    expect(cremaD.irregularity!(`${name}.wav`)).toContain(reason);
  });
});

const real = realCorpus('crema-d');
describe.skipIf(real.absent)("crema-d and the corpus's own lists (needs SER_CORPORA)", () => {
  const linesOf = (file: string) => readFileSync(join(real.folder, file), 'utf8').trim().split(/\r?\n/);

  it('expects exactly the names that were published', () => {
    const expected = cremaD.expectedFiles!().map((path) => path.replace('AudioWAV/', ''));
    expect([...expected].sort()).toEqual(linesOf('all-filenames.txt').sort());
  });

  it('has the sexes of VideoDemographics.csv', () => {
    const rows = linesOf('VideoDemographics.csv')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows).toHaveLength(91);
    for (const [actor, , sex] of rows) {
      const stated = sex!.replaceAll('"', '').toLowerCase();
      expect([actor, cremaD.parse(`${actor}_DFA_ANG_XX.wav`)!.sex]).toEqual([actor, stated]);
    }
  });
});
