import { readFile } from 'node:fs/promises';
import { SerError } from '@ser/core';
import { AudioError, type AudioErrorCode } from '../errors.js';

/** Reads a whole file; errors name it. @throws {SerError} `file-not-found`, `file-unreadable` */
export async function readBytes(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  try {
    return await readFile(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw readError(path, error);
  }
}

/** Runs `work`. A `SerError` from it is rethrown with the file in its message and in `file`. */
export async function namingFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SerError)) throw error;
    throw new AudioError(error.code as AudioErrorCode, `${file}: ${error.message}`, { file, cause: error });
  }
}

function readError(file: string, cause: unknown): AudioError {
  const options = { file, cause };
  const systemCode = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (systemCode === 'ENOENT' || systemCode === 'ENOTDIR') {
    return new AudioError('file-not-found', `${file}: Expected a file, found none. Check the path.`, options);
  }
  const what = systemCode === 'EISDIR' ? 'a folder' : String(cause);
  return new AudioError(
    'file-unreadable',
    `${file}: Expected a readable file, got ${what}. Pass the path of one recording.`,
    options,
  );
}
