import { SerError } from '@ser/core';
import { expect } from 'vitest';

/** The `SerError` that `work` throws; anything else fails the test. */
export function thrownBy(work: () => unknown): SerError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SerError);
    return error as SerError;
  }
  throw new Error('Expected an SerError, nothing was thrown.');
}
