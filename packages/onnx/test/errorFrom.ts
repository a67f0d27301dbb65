import { SerError } from '@ser/core';

/** The `SerError` that a call throws. */
export function errorFrom(call: () => unknown): SerError {
  try {
    call();
  } catch (error) {
    if (error instanceof SerError) return error as SerError;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
