import { AudioError } from '../errors.js';

/** The error for ALAC that violates its format. */
export function corruptAlac(found: string): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected valid ALAC, got ${found}. Download or copy the file again.`,
  );
}
