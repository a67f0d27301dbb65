import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files from which inputs are made. */
export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Larger files make the run slow. */
const maxSize = 100_000;

/** Recordings: the fixtures of `@ser/audio-io`, and the cases of `SER_CASES` where that folder exists. */
export function audioSeeds(): readonly SeedFile[] {
  const cases = process.env['SER_CASES'] ?? join(root, '..', 'shared', 'cases');
  const folders = [join(root, 'packages/audio-io/test/fixtures'), ...(existsSync(cases) ? [cases] : [])];
  return folders.flatMap((folder) => filesIn(folder, /\.(?!json|md|h5|tar)\w+$/));
}

/** All files of a folder and its subfolders whose names match, in the order of their names. */
export function filesIn(folder: string, pattern: RegExp, prefix = ''): readonly SeedFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = statSync(path);
      if (stats.isDirectory()) return filesIn(path, pattern, `${prefix}${name}/`);
      if (!pattern.test(name) || stats.size > maxSize || stats.size === 0) return [];
      return [{ name: `${prefix}${name}`, bytes: new Uint8Array(readFileSync(path)) }];
    });
}

/** Path of a file of the repository. */
export function inRepository(path: string): string {
  return join(root, path);
}
