import { describe, expect, it } from 'vitest';
import { seconds, wholeNumber } from '../../src/options/number.js';

describe('wholeNumber', () => {
  it('reads an integer within the bounds', () => {
    expect(wholeNumber('--seed', { min: 0, max: 9 })('0')).toBe(0);
    expect(wholeNumber('--seed', { min: 0, max: 9 })('9')).toBe(9);
    expect(wholeNumber('--epochs', { min: 1 })('1000000')).toBe(1_000_000);
  });

  it.each(['0', '1.5', 'many', '', ' ', 'Infinity'])('rejects %j where at least 1 is required', (text) => {
    expect(() => wholeNumber('--epochs', { min: 1 })(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: `\`--epochs\` must be an integer at least 1; got \`${text}\`.`,
      }),
    );
  });

  it('names both bounds', () => {
    expect(() => wholeNumber('--seed', { min: 0, max: 9 })('-1')).toThrow(
      '`--seed` must be an integer from 0 to 9; got `-1`.',
    );
  });
});

describe('seconds', () => {
  it('reads a number of at least the minimum', () => {
    expect(seconds('--window', { min: 0.25 })('0.25')).toBe(0.25);
    expect(seconds('--window', { min: 0.25 })('3')).toBe(3);
  });

  it.each(['0.1', 'x', '', 'Infinity'])('rejects %j', (text) => {
    expect(() => seconds('--window', { min: 0.25 })(text)).toThrow(
      `\`--window\` must be a number of seconds, at least 0.25; got \`${text}\`.`,
    );
  });
});
