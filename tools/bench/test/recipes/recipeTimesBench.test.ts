import { expect, it } from 'vitest';
import { recipeTimesTable } from '../../src/recipes/recipeTimesBench.js';

it('shows the score, times, and memory of each recipe', () => {
  const seconds = { extract: 12.3, train: 4.4, evaluate: 0.2, total: 17.1 };
  const result = {
    ...{ what: 'ours', protocol: 'six folds', accuracy: 0.7, uar: 0.767, macroF1: 0.7, epochs: 0 },
    ...{ seconds, wallSeconds: 19, peakMb: 512.4, load: 1.25 },
  };
  const [, , row] = recipeTimesTable([{ name: 'encoder', result }]).split('\n');
  expect(row!.split('|').map((cell) => cell.trim())).toEqual([
    '',
    '`encoder`',
    '76.7%',
    '12',
    '4',
    '17',
    '19',
    '512',
    '1.3',
    '',
  ]);
});
