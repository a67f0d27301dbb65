import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const isWindows = process.platform === 'win32';
const separators = isWindows ? /[\\/]+/ : /\/+/;

/** Whether a name contains `*` or `?`, which a shell normally expands. */
export function isPattern(name: string): boolean {
  return /[*?]/.test(name);
}

/**
 * The existing files that a pattern matches: `*` is any text, `?` is one character, and neither matches a slash or a dot
 * at the start of a name.
 *
 * @param pattern an absolute path, or relative to the folder of the process
 * @returns sorted paths, which begin as the pattern does
 */
export async function matchPattern(pattern: string): Promise<readonly string[]> {
  const parts = pattern.split(separators);
  let found: readonly string[] = [''];
  for (const [index, part] of parts.entries()) {
    const isFirst = index === 0;
    const paths = found.map((folder) => matchPart(folder, part, isFirst));
    found = (await Promise.all(paths)).flat();
  }
  const existing = await Promise.all(found.map(isNotFolder));
  return found.filter((_, index) => existing[index]).sort();
}

async function matchPart(folder: string, part: string, isFirst: boolean): Promise<readonly string[]> {
  if (!isPattern(part)) return [isFirst ? part || '/' : join(folder, part)];
  const matcher = matcherOf(part);
  const names = await readdir(folder === '' ? '.' : folder).catch((): string[] => []);
  return names.filter((name) => matcher.test(name)).map((name) => (isFirst ? name : join(folder, name)));
}

function matcherOf(part: string): RegExp {
  const source = part
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const noDot = part.startsWith('.') ? '' : '(?!\\.)';
  return new RegExp(`^${noDot}${source}$`, isWindows ? 'isu' : 'su');
}

async function isNotFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}
