import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/data/listing.js';
import { holdOut, holdOutRequest } from '../../src/tune/holdOut.js';
import { labels, utterance } from '../sampleRun.js';
import { tinyRecipe } from '../tinyRecipe.js';

/** Four clips of each of some speakers. */
const listingOf = (nSpeakers: number): Listing => ({
  corpora: [],
  utterances: Array.from({ length: nSpeakers }, (_, index) => String(index + 1).padStart(2, '0')).flatMap(
    (speaker) => labels.map((label) => utterance(speaker, label)),
  ),
});
const speakers = (ids: readonly string[]) => [...new Set(ids.map((id) => id.split('-')[1]!))].sort();

describe('holdOutRequest', () => {
  it('is the split of the recipe if that holds speakers out', () => {
    const request = { kind: 'speaker', testFraction: 0.4, validationFraction: 0.1 } as const;
    expect(holdOutRequest(request)).toEqual(request);
  });

  it.each([
    [{ kind: 'speaker-folds', folds: 5 }, { kind: 'speaker' }],
    [
      { kind: 'leave-one-speaker-out', validationFraction: 0.1 },
      { kind: 'speaker', validationFraction: 0.1 },
    ],
    [{ kind: 'random', testFraction: 0.2 }, { kind: 'speaker' }],
  ] as const)('replaces %j by %j', (request, holdOut) => {
    expect(holdOutRequest(request)).toEqual(holdOut);
  });
});

describe('holdOut', () => {
  it('uses every speaker for one purpose: testing, scoring, validation, or training', () => {
    const recipe = {
      ...tinyRecipe,
      split: { kind: 'speaker', testFraction: 0.25, validationFraction: 0.2 },
    } as const;
    const { outer, inner, listing } = holdOut(listingOf(12), recipe, 0.25);
    const { train, validation, test } = inner.folds[0]!;
    const parts = [outer.folds[0]!.test, test, validation, train].map(speakers);
    expect(parts.map(({ length }) => length)).toEqual([3, 2, 1, 6]);
    expect(new Set(parts.flat()).size).toBe(12);
    expect(listing.utterances.some(({ speaker }) => parts[0]!.includes(speaker!))).toBe(false);
  });

  it('needs three speakers', () => {
    expect(() => holdOut(listingOf(2), tinyRecipe, 0.25)).toThrow(
      expect.objectContaining({
        code: 'too-few-speakers',
        message: expect.stringContaining('at least 3 speakers'),
      }),
    );
    const { outer, inner } = holdOut(listingOf(3), { ...tinyRecipe, split: { kind: 'speaker' } }, 0.25);
    const { train, test } = inner.folds[0]!;
    expect([outer.folds[0]!.test, test, train].flatMap(speakers).sort()).toEqual(['01', '02', '03']);
  });
});
