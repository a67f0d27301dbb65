import { describe, expect, it } from 'vitest';
import type { SearchParameter } from '../../src/recipe/searchSpace.js';
import { sampleTrials } from '../../src/tune/sampleTrials.js';

const recipe = { training: { rate: 0.001, batchSize: 64, optimizer: 'adam' }, dropout: 0 };
const parameters: Record<string, SearchParameter> = {
  '/training/rate': { kind: 'log', low: 1e-4, high: 1e-2 },
  '/training/batchSize': { kind: 'integer', low: 16, high: 19 },
  '/training/optimizer': { kind: 'choice', values: ['adam', 'sgd'] },
  '/dropout': { kind: 'linear', low: 0.1, high: 0.5 },
};
const draw = (n: number, seed = 1) => sampleTrials(recipe, { parameters }, { n, seed });
const valuesOf = (pointer: string) =>
  draw(401)
    .slice(1)
    .map(({ values }) => values[pointer] as number);

describe('sampleTrials', () => {
  it('begins with the own values of the recipe, even outside of the bounds', () => {
    expect(draw(1)).toEqual([
      {
        trial: 1,
        values: {
          '/training/rate': 0.001,
          '/training/batchSize': 64,
          '/training/optimizer': 'adam',
          '/dropout': 0,
        },
      },
    ]);
  });

  it('draws the same with the same seed, others with another', () => {
    expect(draw(9)).toEqual(draw(9));
    expect(draw(9, 2)[1]).not.toEqual(draw(9)[1]);
  });

  it('draws more trials after the same ones, so that a search can be enlarged', () => {
    expect(draw(30).slice(0, 9)).toEqual(draw(9));
  });

  it('stays within the bounds, both included for whole numbers', () => {
    expect(new Set(valuesOf('/training/batchSize'))).toEqual(new Set([16, 17, 18, 19]));
    expect(new Set(valuesOf('/training/optimizer'))).toEqual(new Set(['adam', 'sgd']));
    for (const value of valuesOf('/dropout')) expect(value >= 0.1 && value <= 0.5).toBe(true);
    for (const value of valuesOf('/training/rate')) expect(value >= 1e-4 && value <= 1e-2).toBe(true);
  });

  // of 400 draws the share has a standard deviation of 2.5%: four of them
  it('draws `log` as often below as above the geometric mean, `linear` the arithmetic', () => {
    const below = (pointer: string, mean: number) =>
      valuesOf(pointer).filter((value) => value < mean).length / 400;
    expect(Math.abs(below('/training/rate', 1e-3) - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(below('/dropout', 0.3) - 0.5)).toBeLessThan(0.1);
  });

  it('keeps four digits, which a recipe can be read with', () => {
    for (const value of valuesOf('/training/rate')) expect(value).toBe(Number(value.toPrecision(4)));
  });
});
