import { describe, expect, it } from 'vitest';
import { cremaD } from '../../src/corpora/cremaD.js';
import { savee } from '../../src/corpora/savee.js';
import { findCorpus } from '../../src/corpora/corpora.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { publishedSplits } from '../../src/splits/publishedSplits.js';
import { utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sideOf, speakersIn } from './sides.js';

const ofSpeakers = (...speakers: string[]) =>
  wholeRavdess.filter(({ speaker }) => speakers.includes(speaker!));

describe('publishedSplits', () => {
  it.each(publishedSplits)('$name of $corpus tests no speaker twice', ({ corpus, folds }) => {
    const tested = folds.flatMap(({ test }) => test);
    expect(new Set(tested).size).toBe(tested.length);
    expect(tested.length).toBeLessThanOrEqual(findCorpus(corpus).expectedSpeakers!);
  });

  it.each(['emobox', 'luna', 'consecutive'])('%s tests every actor of RAVDESS', (name) => {
    const { folds } = publishedSplits.find((split) => split.name === name)!;
    expect(folds.flatMap(({ test }) => test).sort()).toEqual(speakersIn(wholeRavdess));
  });
});

describe('the published splits of CREMA-D and SAVEE', () => {
  it('emo-superb: five ranges of actors, with the next range for validation', () => {
    const utterances = cremaD.expectedFiles!().map((path) => cremaD.parse(path)!);
    const { folds } = makeSplit(utterances, { kind: 'published', name: 'emo-superb' }, { seed: 1 });
    const ends = (side: 'test' | 'validation') =>
      folds.map((fold) => {
        const speakers = speakersIn(sideOf(fold, side, utterances));
        return `${speakers[0]}-${speakers.at(-1)}`;
      });
    const ranges = ['1001-1018', '1019-1036', '1037-1054', '1055-1072', '1073-1091'];
    expect(ends('test')).toEqual(ranges);
    expect(ends('validation')).toEqual([...ranges.slice(1), ranges[0]]);
  });

  it('emobox and nkululeko: one man of SAVEE at a time, and KL', () => {
    const utterances = savee.expectedFiles!().map((path) => savee.parse(path)!);
    const tested = (name: string) =>
      makeSplit(utterances, { kind: 'published', name }, { seed: 1 }).folds.map((fold) =>
        speakersIn(sideOf(fold, 'test', utterances)).join(),
      );
    expect(tested('emobox')).toEqual(['JE', 'KL', 'DC', 'JK']);
    expect(tested('nkululeko')).toEqual(['KL']);
  });
});

describe("a split of kind 'published'", () => {
  it('tests the six folds of EmoBox, four actors and 240 clips each', () => {
    const split = makeSplit(wholeRavdess, { kind: 'published', name: 'emobox' }, { seed: 1 });
    expect(split.kind).toBe('published:emobox');
    expect(split.folds.map((fold) => speakersIn(sideOf(fold, 'test', wholeRavdess)))).toEqual([
      ['01', '11', '20', '21'],
      ['04', '10', '12', '14'],
      ['08', '09', '19', '23'],
      ['03', '05', '07', '24'],
      ['02', '15', '16', '18'],
      ['06', '13', '17', '22'],
    ]);
    for (const { test } of split.folds) expect(test).toHaveLength(240);
    expect(split.protocol).toBe(
      'Speaker-independent, the published 6 folds of EmoBox: no test speaker is in the training data.',
    );
  });

  it("tests RAVDESS's actors in their order, two women and two men at a time", () => {
    const { folds } = makeSplit(wholeRavdess, { kind: 'published', name: 'consecutive' }, { seed: 1 });
    const tested = folds.map((fold) => sideOf(fold, 'test', wholeRavdess));
    expect(tested.map((side) => speakersIn(side).join(' '))).toEqual([
      ...['01 02 03 04', '05 06 07 08', '09 10 11 12', '13 14 15 16', '17 18 19 20', '21 22 23 24'],
    ]);
    for (const side of tested) expect(speakersIn(side, 'female')).toHaveLength(2);
  });

  it('validates on the speakers that the authors list', () => {
    const { folds, protocol } = makeSplit(
      wholeRavdess,
      { kind: 'published', name: 'nkululeko' },
      { seed: 1 },
    );
    expect(speakersIn(sideOf(folds[0]!, 'validation', wholeRavdess))).toEqual(['16', '17', '19', '20']);
    expect(speakersIn(sideOf(folds[0]!, 'train', wholeRavdess))).toHaveLength(16);
    expect(protocol).toContain('; other published speakers are used for validation.');
  });

  it('says that scores on some of the speakers are not comparable', () => {
    const some = ofSpeakers('01', '04', '08', '03', '02', '06');
    expect(makeSplit(some, { kind: 'published', name: 'emobox' }, { seed: 1 }).protocol).toContain(
      'not comparable with published scores, because only 6 of 24 speakers are used',
    );
  });

  it('rejects utterances without any test speaker of a fold, and names the missing ones', () => {
    const make = () => makeSplit(ofSpeakers('01', '04'), { kind: 'published', name: 'emobox' }, { seed: 1 });
    expect(make).toThrow(
      "Fold 3 of 'emobox' needs a test speaker (08, 09, 19, 23); the utterances contain none.",
    );
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-speakers' }));
  });

  it('rejects utterances without training speakers', () => {
    const make = () =>
      makeSplit(ofSpeakers('16', '21'), { kind: 'published', name: 'nkululeko' }, { seed: 1 });
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-speakers' }));
  });

  it.each([
    ['a name that does not exist', 'emobix', wholeRavdess],
    ['another corpus', 'emobox', utterancesOf(['f1', 'm1'])],
  ])('rejects %s, and names the published splits', (_, name, utterances) => {
    const make = () => makeSplit(utterances, { kind: 'published', name }, { seed: 1 });
    expect(make).toThrow('Use one of emobox (ravdess), luna (ravdess)');
    expect(make).toThrow(expect.objectContaining({ code: 'unknown-split' }));
  });

  it('rejects a validation fraction if the split has its own validation speakers', () => {
    const request = { kind: 'published', name: 'nkululeko', validationFraction: 0.1 } as const;
    const make = () => makeSplit(wholeRavdess, request, { seed: 1 });
    expect(make).toThrow('which has its own validation speakers; got 0.1.');
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
