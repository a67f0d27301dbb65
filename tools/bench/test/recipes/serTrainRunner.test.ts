import { describe, expect, it } from 'vitest';
import { epochsOf } from '../../src/recipes/serTrainRunner.js';

describe('epochsOf', () => {
  it('counts the epochs of the folds, not those of the saved model', () => {
    expect(epochsOf('fold,epoch,loss\n1,1,2.0\n1,2,1.0\n2,1,2.0\nfinal,1,2.0\nfinal,2,1.0\n')).toBe(3);
  });
});
