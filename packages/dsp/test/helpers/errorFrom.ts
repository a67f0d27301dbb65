import { SerError } from '@ser/core';

/** The SerError that `action` throws; anything else fails the test. */
export function errorFrom(action: () => unknown): SerError {
  try {
    action();
  } catch (error) {
    if (error instanceof SerError) return error as SerError;
    throw error;
  }
  throw new Error('Expected a SerError, but nothing was thrown.');
}
