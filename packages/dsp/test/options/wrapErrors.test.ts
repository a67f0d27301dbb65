import { invalidOption, SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { wrapErrors } from '../../src/options/wrapErrors.js';
import { errorFrom } from '../helpers/errorFrom.js';

const wrapped = (error: unknown) => () =>
  wrapErrors('invalid-augmentation', 'Augmentation', () => {
    throw error;
  });

describe('wrapErrors', () => {
  it('returns the result of the checks', () => {
    expect(wrapErrors('invalid-augmentation', 'Augmentation', () => 7)).toBe(7);
  });

  it('adds the place to a typed error, and keeps it as the cause', () => {
    const cause = invalidOption('snr', 'a number', 'loud');
    const error = errorFrom(wrapped(cause));
    expect(error.code).toBe('invalid-augmentation');
    expect(error.message).toBe("Augmentation: `snr` must be a number; got 'loud'.");
    expect(error.cause).toBe(cause);
  });

  it.each([
    new SerError('invalid-augmentation', 'wrapped before'),
    new SerError('unsupported-feature', 'not in the list'),
    new TypeError('a bug'),
  ])('rethrows %s unchanged', (error) => {
    expect(wrapped(error)).toThrow(error);
  });
});
