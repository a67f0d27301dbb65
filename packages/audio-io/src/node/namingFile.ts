import { SerError } from '@ser/core';
import { AudioError, type AudioErrorCode } from '../errors.js';

/** Runs `work`. A `SerError` from it is rethrown with the file in its message and in `file`. */
export async function namingFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withFile(file, error);
  }
}

/** A `SerError` with the file in its message and in `file`; any other error as it is. */
export function withFile(file: string, error: unknown): unknown {
  if (!(error instanceof SerError) || error.file !== undefined) return error;
  return new AudioError(error.code as AudioErrorCode, `${file}: ${error.message}`, { file, cause: error });
}
