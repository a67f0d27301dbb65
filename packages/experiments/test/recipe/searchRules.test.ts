import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { tinyJson, tinyMember } from '../tinyRecipe.js';

const learningRate = '/training/optimizer/learningRate';
const range = { kind: 'log', low: 1e-4, high: 1e-2 };

/** The tiny recipe with a search of these parameters. */
const withSearch = (parameters: object, others: object = {}) =>
  parseRecipe({ ...tinyJson, search: { parameters, ...others } }, 'mine.json');

describe('the search of a recipe', () => {
  it('needs only its parameters; the rest has defaults', () => {
    expect(withSearch({ [learningRate]: range }).search).toEqual({
      parameters: { [learningRate]: range },
      trials: 20,
      metric: 'uar',
      reductionFactor: 3,
      validationFraction: 0.25,
    });
  });

  it('reaches into lists, and may choose between whole descriptions', () => {
    const parameters = {
      '/classifier/convolutions/0/filters': { kind: 'integer', low: 2, high: 8 },
      '/classifier/dense': { kind: 'choice', values: [[], [8], [16, 8]] },
      '/features/features/0/nMfcc': { kind: 'choice', values: [13, 20] },
    };
    expect(withSearch(parameters).search!.parameters).toEqual(parameters);
  });

  it('may vary a value that the recipe leaves to its default', () => {
    const others = { ...tinyJson, training: {} };
    const search = { parameters: { [learningRate]: range } };
    expect(tinyMember.training.optimizer.learningRate).toBe(0.001);
    expect(parseRecipe({ ...others, search }).search!.parameters).toEqual(search.parameters);
  });

  it.each([
    [
      'not a pointer',
      { learningRate: range },
      'must be a JSON pointer such as `/training/optimizer/learningRate`',
    ],
    [
      'a place that the recipe has not',
      { '/training/optimizer/rate': range },
      'the `/training/optimizer` of the recipe has name, learningRate, not `rate`; add the value to use without a search',
    ],
    [
      'a place below a number',
      { '/training/epochs/0': range },
      'the `/training/epochs` of the recipe is `2`, not `0`',
    ],
    [
      'an index beyond a list',
      { '/classifier/dense/1': range },
      'the `/classifier/dense` of the recipe has 0, not `1`',
    ],
    [
      'what is measured',
      { '/split/testFraction': range },
      '`/split` is not a hyperparameter; use a pointer below /augmentation',
    ],
    ['the seed', { '/seed': range }, '`/seed` is not a hyperparameter'],
    [
      'a range of numbers for words',
      { '/training/optimizer/name': range },
      '`log` draws numbers, but the recipe has `"adam"`',
    ],
    [
      'a logarithm of 0',
      { [learningRate]: { ...range, low: 0 } },
      'low: Too small: expected number to be >0',
    ],
    [
      'bounds the wrong way round',
      { [learningRate]: { ...range, low: 1 } },
      '`low` must be below `high`; got 1 and 0.01',
    ],
    [
      'halves as whole numbers',
      { [learningRate]: { kind: 'integer', low: 0.5, high: 2 } },
      'low: Invalid input: expected int',
    ],
    [
      'one choice',
      { [learningRate]: { kind: 'choice', values: [1] } },
      'values: Too small: expected array to have >=2 items',
    ],
    ['a choice twice', { [learningRate]: { kind: 'choice', values: [[1], [1]] } }, '`[1]` appears twice'],
    [
      'an unknown kind',
      { [learningRate]: { kind: 'normal' } },
      'expected one of linear, log, integer, choice',
    ],
    ['no parameter', {}, 'parameters: must name at least one parameter'],
  ])('refuses %s, with the pointer and how to fix it', (_, parameters, message) => {
    const [pointer] = Object.keys(parameters);
    const place = `  search.parameters${pointer === undefined ? '' : `.${pointer}`}`;
    const text = messageOf(() => withSearch(parameters));
    expect(text).toContain('The recipe `mine.json` is not valid:');
    expect(text).toContain(place);
    expect(text).toContain(message);
  });

  it('refuses two parameters that would overwrite each other', () => {
    const within = {
      '/classifier/dense': { kind: 'choice', values: [[8], [16]] },
      '/classifier/dense/0': { kind: 'integer', low: 1, high: 9 },
    };
    expect(messageOf(() => withSearch(within))).toContain(
      '/classifier/dense/0: is inside `/classifier/dense`, which is also searched; keep one of them',
    );
  });

  it.each([
    [{ minEpochs: 5, maxEpochs: 4 }, 'search.minEpochs: must be at most `maxEpochs`, 4; got 5'],
    [{ minEpochs: 5 }, 'search.minEpochs: must be at most `training.epochs`, 2; got 5'],
    [{ reductionFactor: 1 }, 'search.reductionFactor: '],
    [{ trials: 0 }, 'search.trials: '],
    [{ trails: 3 }, 'search: Unrecognized key: "trails"'],
  ])('refuses %j', (others, message) => {
    expect(messageOf(() => withSearch({ [learningRate]: range }, others))).toContain(message);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid-recipe' });
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}
