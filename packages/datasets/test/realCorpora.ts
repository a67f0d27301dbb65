import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const root = resolve(repository, process.env['SER_CORPORA'] ?? '../shared/corpora');

/** A folder of real recordings, which are not part of this repository. */
export function realCorpus(name: string): { readonly folder: string; readonly absent: boolean } {
  const folder = join(root, name);
  return { folder, absent: !existsSync(folder) };
}
