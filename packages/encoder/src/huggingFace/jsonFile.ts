import { record, SerError } from '@ser/core';
import { EncoderError } from '../errors.js';
import type { EncoderFile } from '../files/encoderFolder.js';

/** Longest part of a damaged file that a message shows. */
const shownLength = 40;

/**
 * Reads a JSON file of an encoder.
 *
 * @param read takes what it needs from the object; its `invalid-option` errors get the file's name
 * @throws {SerError} `invalid-encoder`
 */
export function readJson<T>(
  { path, bytes }: EncoderFile,
  read: (fields: Readonly<Record<string, unknown>>) => T,
): T {
  const text = new TextDecoder().decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const begin = JSON.stringify(text.slice(0, shownLength));
    const message = `\`${path}\` must be JSON; it begins with ${begin}. Check the folder or URL of the encoder.`;
    throw new EncoderError('invalid-encoder', message, { file: path, cause });
  }
  try {
    return read(record(json, path));
  } catch (cause) {
    if (!(cause instanceof SerError) || cause.code !== 'invalid-option') throw cause;
    throw new EncoderError('invalid-encoder', `\`${path}\`: ${cause.message}`, { file: path, cause });
  }
}
