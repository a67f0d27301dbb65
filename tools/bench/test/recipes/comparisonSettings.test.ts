import { findRecipe } from '@ser/experiments';
import { describe, expect, it } from 'vitest';
import { comparableRecipe } from '../../src/recipes/comparisonSettings.js';

describe('comparableRecipe', () => {
  const recipe = findRecipe('four-corpora-deep-cnn');
  const corpora = ['ravdess', 'tess'];

  it('keeps one split, that of the recipe or that of its source', () => {
    const main = comparableRecipe(recipe, { corpora, source: false });
    const source = comparableRecipe(recipe, { corpora, source: true });
    expect(main.split).toEqual(recipe.split);
    expect(source.split).toEqual(recipe.sourceSplit);
    expect([main.sourceSplit, source.sourceSplit]).toEqual([undefined, undefined]);
  });

  it('keeps the available corpora, and records that in the notes', () => {
    const { corpora: kept, notes } = comparableRecipe(recipe, { corpora, source: false, epochs: 2 });
    expect(kept.map(({ name }) => name)).toEqual(corpora);
    expect(notes?.at(-1)).toContain('without crema-d and savee');
  });

  it('rejects `source` for a recipe without `sourceSplit`', () => {
    const voices = findRecipe('synthetic-voices');
    const asked = () => comparableRecipe(voices, { corpora: ['ravdess'], source: true });
    expect(asked).toThrow('The recipe synthetic-voices must have a `sourceSplit` for `--source`');
  });
});
