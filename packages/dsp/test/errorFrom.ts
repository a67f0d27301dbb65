import { DspError } from '../src/errors.js';

/** The DspError that `action` throws; anything else it does fails the test. */
export function errorFrom(action: () => unknown): DspError {
  try {
    action();
  } catch (error) {
    if (error instanceof DspError) return error;
    throw error;
  }
  throw new Error('Expected a DspError, but nothing was thrown.');
}
