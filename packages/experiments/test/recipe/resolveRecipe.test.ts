import { describe, expect, it } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { resolveRecipe, type RecipeOverrides } from '../../src/recipe/resolveRecipe.js';

const fourCorpora = findRecipe('four-corpora-deep-cnn');

describe('resolveRecipe', () => {
  it('changes nothing without overrides', () => {
    expect(resolveRecipe(fourCorpora, {})).toEqual(fourCorpora);
  });

  it('puts overrides in place, and drops the split of the source for another split', () => {
    const split = { kind: 'speaker', validationFraction: 0.2 } as const;
    const resolved = resolveRecipe(fourCorpora, { epochs: 2, seed: 7, split });
    expect(resolved).toMatchObject({ seed: 7, split, members: [{ training: { epochs: 2, batchSize: 64 } }] });
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

describe('another normalization', () => {
  const recipe = findRecipe('functionals');
  const normalizeOf = (of: typeof recipe, normalize: RecipeOverrides['normalize']) =>
    resolveRecipe(of, { normalize: normalize! }).members[0]!.normalize;

  it('keeps the limit of z-scores, unless it says so itself', () => {
    expect(normalizeOf(recipe, 'speaker')).toEqual({ scope: 'speaker', clip: 3 });
    expect(normalizeOf(recipe, { scope: 'speaker' })).toEqual({ scope: 'speaker' });
    expect(normalizeOf(fourCorpora, 'clip')).toEqual({ scope: 'clip' });
  });
});

describe('a recipe that uses the corpora it is given', () => {
  const recipe = findRecipe('functionals');
  const tess = [{ corpus: 'tess', folder: 'data' }];
  const namesIn = ({ corpora }: typeof recipe) => corpora.map(({ name }) => name);

  it('uses those with a folder, or the named ones', () => {
    expect(namesIn(resolveRecipe(recipe, { data: tess }))).toEqual(['tess']);
    expect(namesIn(resolveRecipe(recipe, { corpora: ['emodb'], data: tess }))).toEqual(['emodb']);
    expect(namesIn(resolveRecipe(fourCorpora, { data: tess }))).toHaveLength(4);
  });

  it('drops the labels that they do not have, and says so', () => {
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
      'Run only on crema-d, without ravdess, savee, and tess, and without the label surprise, which only they have. ' +
        'The scores are not comparable with those of the whole recipe.',
    );
  });

  it('are in the order of the recipe, and all of them are not a change', () => {
    const two = resolveRecipe(fourCorpora, { corpora: ['tess', 'ravdess'] });
    expect(two.corpora).toEqual([{ name: 'ravdess' }, { name: 'tess' }]);
    expect(two.labels).toEqual(fourCorpora.labels);
    const all = ['tess', 'savee', 'ravdess', 'crema-d'];
    expect(resolveRecipe(fourCorpora, { corpora: all })).toEqual(fourCorpora);
  });

  it('keep the weights of their labels', () => {
    const member = fourCorpora.members[0]!;
    const training = { ...member.training, classWeights: [1, 2, 3, 4, 5, 6, 7] };
    const weighted = parseRecipe({ ...fourCorpora, members: [{ ...member, training }] });
    const { members } = resolveRecipe(weighted, { corpora: ['crema-d'] });
    expect(members[0]!.training.classWeights).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['an unknown corpus', ['ravdess', 'emodb'], 'got `emodb`'],
    ['none', [], 'got none'],
  ])('refuses %s', (_, corpora, fragment) => {
    expect(() => resolveRecipe(fourCorpora, { corpora })).toThrow(
      expect.objectContaining({ code: 'missing-data', message: expect.stringContaining(fragment) }),
    );
  });

  it('are suggested if a folder is missing', async () => {
    const corpora = fourCorpora.corpora.map(({ name }) => name);
    const data = [
      { corpus: 'tess', folder: 'a' },
      { corpus: 'ravdess', folder: 'b' },
    ];
    await expect(scan({ corpora, labels: fourCorpora.labels, data })).rejects.toMatchObject({
      code: 'missing-data',
      message: expect.stringMatching(/one folder for crema-d; got no folder\..*`--corpora ravdess,tess`/),
    });
  });
});
