import { AudioError } from '../errors.js';

/** The error for a FLAC stream that violates its format. */
export function corruptFlac(what: string): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a valid FLAC stream, got ${what}. Download or copy the file again.`,
  );
}
