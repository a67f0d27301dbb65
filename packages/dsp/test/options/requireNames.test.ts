import { describe, expect, it } from 'vitest';
import { requireNames } from '../../src/options/requireNames.js';
import { errorFrom } from '../helpers/errorFrom.js';

const known = ['mean', 'std'];

describe('requireNames', () => {
  it('accepts known names in any order', () => {
    expect(() => requireNames('functionals', ['std', 'mean'], known)).not.toThrow();
  });

  it.each([[[]], [['mean', 'mean']], [['median']], ['mean'], [undefined]])('rejects %j', (value) => {
    const error = errorFrom(() => requireNames('functionals', value, known));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(
      '`functionals` must be a list of at least one of mean, std, each at most once',
    );
  });
});
