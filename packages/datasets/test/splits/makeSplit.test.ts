import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import type { SplitRequest } from '../../src/splits/split.js';
import { anySeed, utterancesOf, wholeRavdess } from '../utterancesOf.js';

const requests: readonly SplitRequest[] = [
  { kind: 'speaker' },
  { kind: 'speaker', testFraction: 0.5, validationFraction: 0.2 },
  { kind: 'speaker-folds', folds: 5, validationFraction: 0.1 },
  { kind: 'leave-one-speaker-out' },
  { kind: 'published', name: 'emobox', validationFraction: 0.2 },
  { kind: 'published', name: 'nkululeko' },
  { kind: 'random' },
  { kind: 'random', testFraction: 0.3, validationFraction: 0.25 },
  { kind: 'random', folds: 5 },
];

describe.each(requests)('makeSplit %j', (request) => {
  const split = makeSplit(wholeRavdess, request, { seed: 7 });

  it('puts every utterance on exactly one side of each fold', () => {
    const all = wholeRavdess.map(({ id }) => id).sort();
    for (const { train, validation, test } of split.folds) {
      expect([...train, ...validation, ...test].sort()).toEqual(all);
    }
  });

  it('has a validation side exactly if one is requested or published', () => {
    const wanted = 'validationFraction' in request || ('name' in request && request.name === 'nkululeko');
    for (const { validation } of split.folds) expect(validation.length > 0).toBe(wanted);
  });

  it('depends on the seed and not on the order of the utterances', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...wholeRavdess], { minLength: wholeRavdess.length }),
        anySeed,
        (shuffled, seed) => {
          expect(makeSplit(shuffled, request, { seed })).toEqual(makeSplit(wholeRavdess, request, { seed }));
        },
      ),
      { numRuns: 5 },
    );
  });

  it('describes itself in its protocol', () => {
    const dependence = split.speakerIndependent ? /^Speaker-independent/ : /^Speaker-dependent/;
    expect(split.protocol).toMatch(dependence);
    expect(split.protocol).toMatch(/^[^.]*(\d\.\d[^.]*)*\.$/);
  });

  it('can be saved as JSON', () => {
    expect(JSON.parse(JSON.stringify(split))).toEqual(split);
  });
});

describe('makeSplit', () => {
  it('depends on the seed', () => {
    const tests = new Set(
      Array.from({ length: 20 }, (_, seed) =>
        makeSplit(wholeRavdess, { kind: 'speaker' }, { seed }).folds[0]!.test.join(),
      ),
    );
    expect(tests.size).toBe(20);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 32])('rejects the seed %d', (seed) => {
    const make = () => makeSplit(wholeRavdess, { kind: 'random' }, { seed });
    expect(make).toThrow(`\`seed\` must be an integer from 0 to 4294967295; got ${seed}.`);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });

  it('rejects an unknown kind, and names the known ones', () => {
    const request = { kind: 'leave-one-text-out' } as unknown as SplitRequest;
    const make = () => makeSplit(wholeRavdess, request, { seed: 1 });
    expect(make).toThrow("There is no split kind 'leave-one-text-out'. Use one of speaker, speaker-folds");
    expect(make).toThrow(expect.objectContaining({ code: 'unknown-split' }));
  });

  it('rejects the same utterance twice, for example from two folders of one corpus', () => {
    const [first] = wholeRavdess;
    const make = () => makeSplit([...wholeRavdess, first!], { kind: 'speaker' }, { seed: 1 });
    expect(make).toThrow(`got \`${first!.id}\` twice`);
    expect(make).toThrow(expect.objectContaining({ code: 'duplicate-id' }));
  });

  it('rejects a recording that has two speakers', () => {
    const utterances = utterancesOf(['f1', 'm1']).map((utterance) => ({
      ...utterance,
      recording: 'toy/one',
    }));
    const make = () => makeSplit(utterances, { kind: 'leave-one-speaker-out' }, { seed: 1 });
    expect(make).toThrow(expect.objectContaining({ code: 'leak' }));
  });

  it('rejects utterances without a speaker, unless the split is random', () => {
    const [first, ...others] = utterancesOf(['f1', 'm1', 'm2']);
    const utterances = [{ ...first!, speaker: undefined }, ...others];
    const make = () => makeSplit(utterances, { kind: 'speaker' }, { seed: 1 });
    expect(make).toThrow(
      'the speaker of every utterance; 1 of 12 have none, for example `toy/f1-0`. Add a `speaker`',
    );
    expect(make).toThrow(expect.objectContaining({ code: 'unknown-speaker' }));
    expect(makeSplit(utterances, { kind: 'random' }, { seed: 1 }).folds).toHaveLength(1);
  });

  it('distinguishes speakers with the same name in two corpora', () => {
    const twice = [
      ...utterancesOf(['f1']),
      ...utterancesOf(['f1']).map((one) => ({
        ...one,
        id: `b/${one.id}`,
        recording: `b/${one.id}`,
        corpus: 'b',
      })),
    ];
    const { folds } = makeSplit(twice, { kind: 'leave-one-speaker-out' }, { seed: 1 });
    expect(folds.map(({ name }) => name)).toEqual(['b/f1', 'toy/f1']);
  });
});
