import { readFile } from 'node:fs/promises';
import { AudioError } from '../errors.js';

/** The whole file, or a typed error that names it. */
export async function readBytes(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  try {
    return await readFile(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw readError(path, error);
  }
}

/** Runs `work`; an `AudioError` from it is thrown again with the file in its message and in `file`. */
export async function naming<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AudioError)) throw error;
    throw new AudioError(error.code, `${file}: ${error.message}`, { file, cause: error });
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
