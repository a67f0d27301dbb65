import { SerError } from '@ser/core';
import { RecognizerError } from '../errors.js';
import type { FileLocation } from '../files/readLocation.js';

/** The error for a recording that cannot be opened. */
export function unreadable(location: FileLocation, cause: unknown): RecognizerError {
  const file = String(location);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new RecognizerError('file-not-found', `${file}: The file does not exist. Check the path.`, {
      file,
      cause,
    });
  }
  return new RecognizerError(
    'file-unreadable',
    `${file}: The file ${problemOf(code, cause)}. Pass the path or URL of one recording.`,
    { file, cause },
  );
}

function problemOf(code: unknown, cause: unknown): string {
  if (code === 'EISDIR') return 'is a folder';
  return code === 'ENOTFILE' ? 'is a pipe or a device' : `cannot be read: ${String(cause)}`;
}

/** An error while a recording is decoded, with the recording in its message and in `file`. */
export function withFile(location: FileLocation, error: unknown): unknown {
  if (!(error instanceof SerError) || error.file !== undefined) return error;
  const file = String(location);
  return new SerError(error.code, `${file}: ${error.message}`, { file, cause: error });
}
