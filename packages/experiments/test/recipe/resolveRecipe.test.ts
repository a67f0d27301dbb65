import { describe, expect, it } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { resolveRecipe } from '../../src/recipe/resolveRecipe.js';
import { takenCorpora } from '../../src/recipe/takenCorpora.js';

const fourCorpora = requireSingle(findRecipe('four-corpora-deep-cnn'));

describe('resolveRecipe', () => {
  it('changes nothing without overrides', () => {
    expect(resolveRecipe(fourCorpora, {})).toEqual(fourCorpora);
  });

  it('puts overrides in place, and drops the split of the source for another split', () => {
    const split = { kind: 'speaker', validationFraction: 0.2 } as const;
    const resolved = resolveRecipe(fourCorpora, { epochs: 2, seed: 7, split });
    expect(resolved).toMatchObject({ seed: 7, split, training: { epochs: 2, batchSize: 64 } });
    expect(resolved.sourceSplit).toBeUndefined();
    expect(resolveRecipe(fourCorpora, { split, sourceSplit: true }).sourceSplit).toBeDefined();
    expect(resolveRecipe(fourCorpora, { sourceSplit: false }).sourceSplit).toBeUndefined();
  });

  it('keeps the share of validation clips where another split gives none', () => {
    const validationOf = (split: Parameters<typeof resolveRecipe>[1]['split']) =>
      resolveRecipe(fourCorpora, { split }).split.validationFraction;
    expect(validationOf({ kind: 'random' })).toBe(0.15);
    expect(validationOf({ kind: 'random', validationFraction: 0.3 })).toBe(0.3);
  });
});

describe('another normalisation', () => {
  const recipe = requireSingle(findRecipe('functionals'));

  it('keeps the limit of z-scores, unless it says so itself', () => {
    expect(resolveRecipe(recipe, { normalize: 'speaker' }).normalize).toEqual({ scope: 'speaker', clip: 3 });
    expect(resolveRecipe(recipe, { normalize: { scope: 'speaker' } }).normalize).toEqual({
      scope: 'speaker',
    });
    expect(resolveRecipe(fourCorpora, { normalize: 'clip' }).normalize).toBe('clip');
  });
});

describe('a recipe that takes the corpora it is given', () => {
  const recipe = findRecipe('functionals');
  const taken = (...corpora: string[]) =>
    takenCorpora(recipe, { data: corpora.map((corpus) => ({ corpus, folder: 'data' })) });

  it('takes those with a folder, or those named', () => {
    expect(taken('emodb', 'tess')).toEqual(['emodb', 'tess']);
    expect(takenCorpora(recipe, { corpora: ['tess'], data: [] })).toEqual(['tess']);
    expect(takenCorpora(fourCorpora, { data: [{ corpus: 'tess', folder: 'data' }] })).toBeUndefined();
  });

  it('leaves out the labels that they have not, and says so', () => {
    const emodb = resolveRecipe(recipe, { corpora: ['emodb'] });
    expect(emodb.labels).toEqual(['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'boredom']);
    expect(emodb.notes!.at(-1)).toBe(
      'Without the labels calm and surprise of the recipe, which emodb does not have.',
    );
    const all = resolveRecipe(recipe, { corpora: recipe.corpora.map(({ name }) => name) });
    expect(all.notes).toEqual(recipe.notes);
  });

  it('is fixed on them in the run folder', () => {
    expect(resolveRecipe(recipe, { corpora: ['emodb'] }).corporaTaken).toBeUndefined();
  });
});

describe('some of the corpora of a recipe', () => {
  it('keep the labels that they have, and a note that says what is missing', () => {
    const { corpora, labels, notes } = resolveRecipe(fourCorpora, { corpora: ['crema-d'] });
    expect(corpora).toEqual([{ name: 'crema-d' }]);
    expect(labels).toEqual(fourCorpora.labels.filter((label) => label !== 'surprise'));
    expect(notes!.at(-1)).toBe(
      'Run on crema-d only, without ravdess, savee, tess and without the label surprise, which only those have: ' +
        'the figures do not compare with those of the whole recipe.',
    );
  });

  it('come in the order of the recipe, and all of them are no news', () => {
    const two = resolveRecipe(fourCorpora, { corpora: ['tess', 'ravdess'] });
    expect(two.corpora).toEqual([{ name: 'ravdess' }, { name: 'tess' }]);
    expect(two.labels).toEqual(fourCorpora.labels);
    const all = ['tess', 'savee', 'ravdess', 'crema-d'];
    expect(resolveRecipe(fourCorpora, { corpora: all })).toEqual(fourCorpora);
  });

  it('keep the weights of their labels', () => {
    const training = { ...fourCorpora.training, classWeights: [1, 2, 3, 4, 5, 6, 7] };
    const weighted = requireSingle(parseRecipe({ ...fourCorpora, training }));
    expect(resolveRecipe(weighted, { corpora: ['crema-d'] }).training.classWeights).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it.each([
    ['a stranger', ['ravdess', 'emodb'], 'got `emodb`'],
    ['none', [], 'got none'],
  ])('refuses %s', (_, corpora, fragment) => {
    expect(() => resolveRecipe(fourCorpora, { corpora })).toThrow(
      expect.objectContaining({ code: 'missing-data', message: expect.stringContaining(fragment) }),
    );
  });

  it('are the mend that a missing folder names', async () => {
    const corpora = fourCorpora.corpora.map(({ name }) => name);
    const data = [
      { corpus: 'tess', folder: 'a' },
      { corpus: 'ravdess', folder: 'b' },
    ];
    await expect(scan({ corpora, labels: fourCorpora.labels, data })).rejects.toMatchObject({
      code: 'missing-data',
      message: expect.stringMatching(/one folder for crema-d, .*`--corpora ravdess,tess`/),
    });
  });
});
