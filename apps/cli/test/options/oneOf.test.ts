import { describe, expect, it } from 'vitest';
import { oneOf } from '../../src/options/oneOf.js';

describe('oneOf', () => {
  it('reads one of the words', () => {
    expect(oneOf('--search', ['halving', 'random'])('random')).toBe('random');
  });

  it('rejects any other word, naming the option, the words, and the value', () => {
    expect(() => oneOf('--search', ['halving', 'random'])('grid')).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`--search` must be one of halving, random; got `grid`.',
      }),
    );
  });

  it('takes the code of the error', () => {
    expect(() => oneOf('--engine', ['auto'], 'unknown-engine')('gpu')).toThrow(
      expect.objectContaining({ code: 'unknown-engine' }),
    );
  });
});
