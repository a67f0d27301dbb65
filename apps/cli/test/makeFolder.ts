import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A new empty folder for one test file; it is deleted at the end of the test run. */
export function makeFolder(name: string): Promise<string> {
  return mkdtemp(join(inject('temporaryFolder'), `${name}-`));
}
