import { AudioError } from '../errors.js';

/** The error for an AIFF file that violates its format. */
export function corruptAiff(expected: string, found: string | number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${expected} in the AIFF file, got ${found}. Download or copy the file again.`,
  );
}

/** The error for an AIFF file that ends too early. */
export function truncatedAiff(expected: string, found: string | number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected} in the AIFF file, found ${found}. Download or copy the file again.`,
  );
}
