import { SerError } from '@ser/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { publishedSplits } from '../../src/splits/publishedSplits.js';
import type { Split, SplitRequest } from '../../src/splits/split.js';
import { type Utterance, speakerKey } from '../../src/utterance.js';
import { anyCorpora, anyCorpus, anySeed, utterancesOf } from '../utterancesOf.js';

const share = fc.double({ min: 0.01, max: 0.7, noNaN: true });
const validation = fc.option(share, { nil: undefined });
const optional = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const anyRequest: fc.Arbitrary<SplitRequest> = fc.oneof(
  fc
    .tuple(share, validation)
    .map(([testFraction, validationFraction]) =>
      optional({ kind: 'speaker' as const, testFraction, validationFraction }),
    ),
  fc
    .tuple(fc.integer({ min: 2, max: 6 }), validation)
    .map(([folds, validationFraction]) =>
      optional({ kind: 'speaker-folds' as const, folds, validationFraction }),
    ),
  validation.map((validationFraction) =>
    optional({ kind: 'leave-one-speaker-out' as const, validationFraction }),
  ),
  validation.map((validationFraction) =>
    optional({ kind: 'leave-one-corpus-out' as const, validationFraction }),
  ),
  fc
    .tuple(share, validation)
    .map(([testFraction, validationFraction]) =>
      optional({ kind: 'random' as const, testFraction, validationFraction }),
    ),
  fc
    .tuple(fc.integer({ min: 2, max: 6 }), validation)
    .map(([folds, validationFraction]) => optional({ kind: 'random' as const, folds, validationFraction })),
);

/** One or several corpora in which some recordings have two names. */
const anyUtterances = fc
  .tuple(fc.oneof(anyCorpus, anyCorpora), fc.double({ min: 0, max: 0.3, noNaN: true }))
  .map(([utterances, share]) => withIdenticalRecordings(utterances, Math.round(1 / Math.max(share, 0.01))));

function withIdenticalRecordings(utterances: readonly Utterance[], every: number): readonly Utterance[] {
  return utterances.map((one, i) => {
    const before = utterances[i - 1];
    const isIdentical = i % every === 1 && before !== undefined && speakerKey(before) === speakerKey(one);
    return isIdentical ? { ...one, recording: before.recording, emotion: before.emotion } : one;
  });
}

/** The split, or `undefined` if the corpus is too small for it. */
function attempt(utterances: readonly Utterance[], request: SplitRequest, seed: number): Split | undefined {
  try {
    return makeSplit(utterances, request, { seed });
  } catch (error) {
    if (!(error instanceof SerError)) throw error;
    expect(['too-few-speakers', 'too-few-corpora', 'too-few-clips']).toContain(error.code);
    return undefined;
  }
}

function assertLaws(utterances: readonly Utterance[], request: SplitRequest, split: Split): void {
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  for (const fold of split.folds) {
    const sides = [fold.train, fold.validation, fold.test];
    const ids = sides.flat();
    expect([...ids].sort()).toEqual([...byId.keys()].sort()); // none twice, none missing
    expectDisjoint(sides, (id) => byId.get(id)!.recording);
    if (split.speakerIndependent) expectDisjoint(sides, (id) => speakerKey(byId.get(id)!));
    expect(fold.train.length).toBeGreaterThan(0);
    expect(fold.test.length).toBeGreaterThan(0);
    if (request.validationFraction !== undefined) expect(fold.validation.length).toBeGreaterThan(0);
  }
  expect(split.speakerIndependent).toBe(request.kind !== 'random');
}

function expectDisjoint(sides: readonly (readonly string[])[], keyOf: (id: string) => string): void {
  const keys = sides.map((side) => new Set(side.map(keyOf)));
  const all = new Set(keys.flatMap((side) => [...side]));
  expect(keys.reduce((sum, { size }) => sum + size, 0)).toBe(all.size);
}

describe('every kind of split of any corpora', () => {
  it('has each id once, disjoint sides, no shared speaker if it says so, and the requested sides', () => {
    let made = 0;
    fc.assert(
      fc.property(anyUtterances, anyRequest, anySeed, (utterances, request, seed) => {
        const split = attempt(utterances, request, seed);
        if (!split) return;
        made++;
        assertLaws(utterances, request, split);
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(150); // not all splits are rejected
  });

  it('is the same for the same seed, whatever the order of the utterances', () => {
    fc.assert(
      fc.property(anyUtterances, anyRequest, anySeed, fc.nat(), (utterances, request, seed, shift) => {
        const by = shift % utterances.length;
        const rotated = [...utterances.slice(by), ...utterances.slice(0, by)];
        expect(attempt(rotated, request, seed)).toEqual(attempt(utterances, request, seed));
      }),
      { numRuns: 100 },
    );
  });

  it.each(publishedSplits)(
    'published split $name of $corpus has the same properties',
    ({ name, corpus, folds }) => {
      const speakers = [...new Set(folds.flatMap(({ test, validation = [] }) => [...test, ...validation]))];
      const utterances = utterancesOf([...speakers, 'other'], 2, corpus);
      const request = { kind: 'published', name } as const;
      const split = makeSplit(utterances, request, { seed: 1 });
      assertLaws(utterances, request, split);
      expect(split.folds.map(({ validation }) => validation.length > 0)).toEqual(
        folds.map((fold) => fold.validation !== undefined),
      );
    },
  );
});
