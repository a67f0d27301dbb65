import type { Engine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { reproduceSection } from '../../src/report/reproduce.js';

const seconds = { extract: 1, train: 2, evaluate: 3, total: 6 };
const engine = { name: 'tfjs-wasm', description: 'TensorFlow.js' } as Engine;
const titlesOf = (recipe: string) =>
  [...String(reproduceSection({ recipe: findRecipe(recipe), engine, seconds })).matchAll(/<dt>(.*?)<\/dt>/g)]
    .map(([, title]) => title!)
    .filter((title) => /^(Training|Frames|Copies)/.test(title));

describe('reproduceSection', () => {
  it('tells how the classifier of a recipe was trained', () => {
    expect(titlesOf('functionals')).toEqual(['Training', 'Copies of each training clip']);
  });

  it('tells of several what they have in common once, and the rest by their names', () => {
    expect(titlesOf('general')).toEqual([
      'Training (ridge)',
      'Training (network)',
      'Copies of each training clip',
    ]);
  });
});
