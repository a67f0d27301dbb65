import { AudioError } from '../errors.js';

/** The refusal of an AIFF file that breaks the format's rules. */
export function corruptAiff(expected: string, found: string | number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${expected} in the AIFF file, got ${found}. Download or copy the file again.`,
  );
}

/** The refusal of an AIFF file that ends too early. */
export function truncatedAiff(expected: string, found: string | number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected} in the AIFF file, found ${found}. Download or copy the file again.`,
  );
}
