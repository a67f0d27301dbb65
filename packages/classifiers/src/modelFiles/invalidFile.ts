import { ClassifierError } from '../errors.js';

/** @param file name of the offending file */
export function invalidFile(file: string, message: string, cause?: unknown): ClassifierError {
  return new ClassifierError('invalid-model-files', message, { file, cause });
}
