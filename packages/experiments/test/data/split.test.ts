import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { split } from '../../src/data/split.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { finalFold } from '../../src/training/finalFold.js';
import { labels, utterance } from '../sampleRun.js';
import { tinyJson } from '../tinyRecipe.js';

const utterances = ['01', '02', '03', '04'].flatMap((speaker) =>
  labels.map((label) => utterance(speaker, label)),
);
const listing = { corpora: [], utterances };

describe('split', () => {
  it('is the same for the same listing and seed, in any order of the clips', () => {
    const recipe = { split: { kind: 'speaker' } as const, seed: 3 };
    expect(split({ corpora: [], utterances: [...utterances].reverse() }, recipe)).toEqual(
      split(listing, recipe),
    );
  });

  it('refuses a leak: one recording under two speakers', () => {
    const copied = utterances.map((clip) => ({ ...clip, recording: 'ravdess/one' }));
    const leaking = () => split({ corpora: [], utterances: copied }, { split: { kind: 'speaker' }, seed: 1 });
    expect(leaking).toThrow(SerError);
    expect(leaking).toThrow(expect.objectContaining({ code: 'leak' }));
  });
});

/** The clips of two speakers, ten of each emotion. */
const twoSpeakers = {
  corpora: [],
  utterances: ['01', '02'].flatMap((speaker) =>
    labels.flatMap((label) => Array.from({ length: 10 }, (_, take) => utterance(speaker, label, take))),
  ),
};
const speakerOf = (id: string) => id.split('-').at(-2)!;
const emotionOf = (id: string) => id.split('-').at(-3)!;
const countBy = (ids: readonly string[], keyOf: (id: string) => string) =>
  Object.fromEntries(labels.map((key) => [key, ids.filter((id) => keyOf(id).endsWith(key)).length]));

describe('split with validation', () => {
  it('uses separate speakers if there are enough', () => {
    const request = { kind: 'speaker', validationFraction: 0.4 } as const;
    const { folds, protocol } = split(listing, { split: request, seed: 1 });
    const trained = new Set(folds[0]!.train.map(speakerOf));
    expect(folds[0]!.validation.filter((id) => trained.has(speakerOf(id)))).toEqual([]);
    expect(protocol).toContain('40% of the other speakers');
  });

  it('uses recordings of the training speaker if there is only one, the same share of each emotion', () => {
    const request = { kind: 'speaker-folds', folds: 2, validationFraction: 0.1 } as const;
    const made = split(twoSpeakers, { split: request, seed: 1 });
    expect(made.speakerIndependent).toBe(true);
    expect(made.protocol).toMatch(
      /; because there are too few speakers for separate validation speakers, 10% of .* are used for validation\.$/,
    );
    for (const { train, validation, test } of made.folds) {
      expect(countBy(validation, emotionOf)).toEqual({ neutral: 1, happy: 1, sad: 1, angry: 1 });
      expect(train.length + validation.length).toBe(40);
      expect(new Set([...train, ...validation].map(speakerOf))).toEqual(new Set([speakerOf(train[0]!)]));
      expect(test.map(speakerOf)).not.toContain(speakerOf(train[0]!));
    }
  });

  it('refuses folds with too few speakers for the test', () => {
    const request = { kind: 'speaker-folds', folds: 3, validationFraction: 0.1 } as const;
    expect(() => split(twoSpeakers, { split: request, seed: 1 })).toThrow(
      expect.objectContaining({ code: 'too-few-speakers' }),
    );
  });
});

describe('finalFold', () => {
  const request = { kind: 'speaker-folds', folds: 2, validationFraction: 0.5 } as const;
  const recipeOf = (earlyStopping?: object) =>
    parseRecipe({ ...tinyJson, split: request, training: { earlyStopping } });
  const fold = (recipe: ReturnType<typeof recipeOf>, clips = listing) =>
    finalFold(clips, recipe, split(clips, recipe));

  it('learns from all clips', () => {
    const { train, validation, test } = fold(recipeOf());
    expect([train.length, validation.length, test.length]).toEqual([16, 0, 0]);
  });

  it('sets validation speakers apart where training watches some', () => {
    const { train, validation } = fold(recipeOf({}));
    expect([train.length, validation.length]).toEqual([8, 8]);
    const trained = new Set(train.map(speakerOf));
    expect(validation.filter((id) => trained.has(speakerOf(id)))).toEqual([]);
  });

  it('watches recordings where the folds did', () => {
    const { train, validation } = fold(recipeOf({}), twoSpeakers);
    expect([train.length, validation.length]).toEqual([40, 40]);
    expect(new Set(train.map(speakerOf))).toEqual(new Set(validation.map(speakerOf)));
  });
});
