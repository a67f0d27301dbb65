import { describe, expect, it } from 'vitest';
import { integersOption, namesOption, numberOption, requiredOption } from '../src/bench.js';

describe('numberOption', () => {
  it('gives the value or the default', () => {
    expect(numberOption('seconds', { seconds: '0.5' }, 5)).toBe(0.5);
    expect(numberOption('seconds', {}, 5)).toBe(5);
  });

  it('rejects a number out of bounds', () => {
    const rounds = () => numberOption('rounds', { rounds: 'two' }, 3, { integer: true, min: 1 });
    expect(rounds).toThrow("`--rounds` must be an integer at least 1; got 'two'.");
    expect(() => numberOption('limit', { limit: '0' }, 3)).toThrow(
      "`--limit` must be a number above 0; got '0'.",
    );
  });
});

describe('lists', () => {
  it('are separated by commas', () => {
    expect(integersOption('threads', { threads: '1,2' }, [])).toEqual([1, 2]);
    expect(namesOption('engines', { engines: 'b,a' }, ['a', 'b', 'c'])).toEqual(['a', 'b']);
  });

  it('reject other elements', () => {
    expect(() => integersOption('seeds', { seeds: '1;2' }, [])).toThrow(
      "`--seeds` must be a list of positive integers; got '1;2'. Separate them with commas, as in 1,2.",
    );
    expect(() => namesOption('engines', { engines: 'd' }, ['a', 'b'])).toThrow(
      "`--engines` must be a list of a, b; got 'd'.",
    );
  });
});

describe('requiredOption', () => {
  it('rejects a missing value', () => {
    expect(() => requiredOption('out', {})).toThrow('`--out` must be given; got undefined. Add `--out DIR`.');
  });
});
