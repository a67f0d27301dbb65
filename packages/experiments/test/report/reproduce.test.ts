import type { Engine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { reproduceSection } from '../../src/report/reproduce.js';

const seconds = { extract: 1, train: 2, evaluate: 3, total: 6 };
const engine = { name: 'tfjs-wasm', description: 'TensorFlow.js' } as Engine;
const titlesOf = (recipe: string) =>
  [...String(reproduceSection({ recipe: findRecipe(recipe), engine, seconds })).matchAll(/<dt>(.*?)<\/dt>/g)]
    .map(([, title]) => title!)
    .filter((title) => /^(Training|Encoding|Augmented)/.test(title));

describe('reproduceSection', () => {
  it('describes the training of a recipe with one member', () => {
    expect(titlesOf('functionals')).toEqual(['Training', 'Augmented copies of each training clip']);
  });

  it('shows once what several members have in common', () => {
    expect(titlesOf('general-small')).toEqual([
      'Training (ridge)',
      'Training (network)',
      'Augmented copies of each training clip',
    ]);
  });

  it('repeats the command that was typed, and otherwise makes one from the recipe', () => {
    const options = { recipe: findRecipe('functionals'), engine, seconds };
    expect(String(reproduceSection(options))).toContain('<pre>ser train --recipe recipe.json --data ');
    const command = 'ser train --recipe functionals --data my.csv --map wütend=angry --out runs/mine';
    expect(String(reproduceSection({ ...options, command }))).toContain(`<pre>${command}</pre>`);
  });
});
