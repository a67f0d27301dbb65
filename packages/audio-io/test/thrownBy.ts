import { expect } from 'vitest';
import { AudioError } from '../src/errors.js';

/** The `AudioError` that `work` throws; anything else fails the test. */
export function thrownBy(work: () => unknown): AudioError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AudioError);
    return error as AudioError;
  }
  throw new Error('Expected an AudioError, nothing was thrown.');
}
