import { DspError, type DspErrorCode } from '../errors.js';

/**
 * Runs checks of a description, and rethrows their errors with the code of the description.
 *
 * @param where what the message begins with: the description, or a part of it
 */
export function wrapErrors<T>(code: DspErrorCode, where: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof DspError) || error.code === code || error.code === 'unsupported-feature')
      throw error;
    throw new DspError(code, `${where}: ${error.message}`, { cause: error });
  }
}
