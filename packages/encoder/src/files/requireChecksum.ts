import { EncoderError } from '../errors.js';
import type { EncoderFile } from './encoderFolder.js';

/** @throws {SerError} `checksum-mismatch` unless a file has the checksum expected of it, if there is one */
export function requireChecksum(
  { path, sha256 }: EncoderFile,
  checksums: Readonly<Record<string, string>> = {},
): void {
  const expected = Object.hasOwn(checksums, path) ? checksums[path] : undefined;
  if (expected === undefined || expected === sha256) return;
  throw new EncoderError(
    'checksum-mismatch',
    `The SHA-256 of \`${path}\` must be ${expected}; got ${sha256}. The file is damaged or another version.`,
    { file: path },
  );
}
