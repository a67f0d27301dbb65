import type { Store } from '../executor/store.js';
import { ExperimentError } from '../errors.js';

/**
 * Something that the coordinator has put into the store is not there.
 *
 * @throws {SerError} `store-unreachable`
 */
export function refuseMissing(what: string, { location }: Store): never {
  throw new ExperimentError(
    'store-unreachable',
    `The store \`${location}\` must be the same on all machines; it has nothing for ${what} here. Use a path or URL that ` +
      'all of them reach.',
  );
}
