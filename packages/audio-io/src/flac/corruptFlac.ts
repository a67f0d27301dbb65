import { AudioError } from '../errors.js';

/** The refusal of a FLAC stream that breaks the format's rules. */
export function corruptFlac(what: string): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a sound FLAC stream, got ${what}. Download or copy the file again.`,
  );
}
