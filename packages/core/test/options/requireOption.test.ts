import { describe, expect, it } from 'vitest';
import {
  invalidOption,
  requireInteger,
  requireNumber,
  requireOneOf,
  requireSeed,
} from '../../src/options/requireOption.js';

const messageOf = (check: () => void) => {
  try {
    check();
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid-option' });
    return (error as Error).message;
  }
  return undefined;
};

describe('the message of a wrong option', () => {
  it('says what was wrong, what is required, what was received, and how to fix it', () => {
    const fix = 'Choose a smaller window.';
    expect(messageOf(() => requireInteger('nFft', 131072, { min: 1, max: 65536, fix }))).toBe(
      '`nFft` must be an integer from 1 to 65536; got 131072. Choose a smaller window.',
    );
  });

  it.each([
    [{ min: 1 }, 0, '`n` must be an integer at least 1; got 0.'],
    [{ above: 0, below: 10 }, 10, '`n` must be an integer above 0 and below 10; got 10.'],
    [{ max: 4 }, 5, '`n` must be an integer at most 4; got 5.'],
    [{}, 1.5, '`n` must be an integer; got 1.5.'],
    [{}, '1', "`n` must be an integer; got '1'."],
    [{}, undefined, '`n` must be an integer; got undefined.'],
    [{}, Number.NaN, '`n` must be an integer; got NaN.'],
  ])('for the bounds %j and the value %j', (bounds, value, message) => {
    expect(messageOf(() => requireInteger('n', value, bounds))).toBe(message);
  });
});

describe('requireNumber', () => {
  it('accepts finite numbers within the bounds only', () => {
    expect(messageOf(() => requireNumber('x', 0.5, { above: 0, max: 1 }))).toBeUndefined();
    expect(messageOf(() => requireNumber('x', Infinity))).toBe('`x` must be a finite number; got Infinity.');
  });
});

describe('requireOneOf', () => {
  it('lists the choices', () => {
    expect(messageOf(() => requireOneOf('kernel', 'poly', ['rbf', 'arcCosine']))).toBe(
      "`kernel` must be one of 'rbf', 'arcCosine'; got 'poly'.",
    );
    expect(messageOf(() => requireOneOf('kernel', 'rbf', ['rbf', 'arcCosine']))).toBeUndefined();
  });
});

describe('requireSeed', () => {
  it.each([0, -(2 ** 31), 2 ** 32 - 1])('accepts the 32-bit integer %i', (seed) => {
    expect(messageOf(() => requireSeed(seed))).toBeUndefined();
  });

  it.each([2 ** 32, -(2 ** 31) - 1, 0.5])('rejects %d', (seed) => {
    expect(messageOf(() => requireSeed(seed))).toContain('`seed` must be an integer from');
  });
});

describe('invalidOption', () => {
  it('makes the same error for checks of your own', () => {
    const error = invalidOption('labels', 'at least two strings', ['sad'], 'Add a label.');
    expect(error.message).toBe('`labels` must be at least two strings; got ["sad"]. Add a label.');
  });
});
