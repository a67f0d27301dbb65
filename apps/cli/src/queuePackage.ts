import type * as queue from '@ser/bullmq';
import { SerError } from '@ser/core';

/**
 * The package with the queues, which is installed only where it is used.
 *
 * @throws {SerError} `package-missing`
 */
export async function loadQueue(): Promise<typeof queue> {
  try {
    return await import('@ser/bullmq');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new SerError(
      'package-missing',
      '`--executor` needs the package @ser/bullmq, which is not installed. Install it: `npm install @ser/bullmq` (with ' +
        '`--global` if `ser` is installed globally).',
      { cause },
    );
  }
}
