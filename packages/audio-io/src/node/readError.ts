import type { Stats } from 'node:fs';
import { AudioError } from '../errors.js';

/** The error for a path that cannot be opened or read. */
export function readError(file: string, cause: unknown): AudioError {
  const options = { file, cause };
  const systemCode = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (systemCode === 'ENOENT' || systemCode === 'ENOTDIR') {
    return new AudioError('file-not-found', `${file}: Expected a file, found none. Check the path.`, options);
  }
  if (systemCode === 'EISDIR') return notAFile(file, 'a folder', options);
  if (systemCode === 'ENXIO') return notAFile(file, 'a socket', options);
  return notAFile(file, String(cause), options);
}

/** The error for a pipe, a device, ...: reading it may never end. */
export function notRegular(file: string, found: Stats): AudioError {
  if (found.isDirectory()) return notAFile(file, 'a folder', { file });
  return notAFile(file, found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device', { file });
}

function notAFile(
  file: string,
  found: string,
  options: ConstructorParameters<typeof AudioError>[2],
): AudioError {
  return new AudioError(
    'file-unreadable',
    `${file}: Expected a readable file, got ${found}. Pass the path of one recording.`,
    options,
  );
}
