import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** A relative import of a source file. */
export interface FileImport {
  /** Path of the importing file within `src`, with slashes. */
  readonly from: string;
  /** Path of the imported file within `src`. */
  readonly to: string;
}

const importOf = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

/** The relative imports of every TypeScript file below a `src` folder. */
export function importsBelow(folder: string): readonly FileImport[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const from = file.split(sep).join('/');
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(importOf)].map(([, specifier]) => ({
      from,
      to: posix.join(posix.dirname(from), specifier!).replace(/\.js$/, '.ts'),
    }));
  });
}

/** Imports from one top folder of `src` to another; files directly in `src` belong to no folder. */
export function folderEdges(imports: readonly FileImport[]): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [source, target] = [topFolder(from), topFolder(to)];
    if (source === undefined || target === undefined || source === target) continue;
    edges.set(source, (edges.get(source) ?? new Set()).add(target));
  }
  return edges;
}

/** One import cycle between folders as a path that ends where it begins, or nothing. */
export function folderCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  function search(folder: string, path: readonly string[]): readonly string[] | undefined {
    const seen = path.indexOf(folder);
    if (seen >= 0) return [...path.slice(seen), folder];
    if (done.has(folder)) return undefined;
    for (const next of edges.get(folder) ?? []) {
      const cycle = search(next, [...path, folder]);
      if (cycle) return cycle;
    }
    done.add(folder);
    return undefined;
  }
  for (const folder of edges.keys()) {
    const cycle = search(folder, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/**
 * Imports that point to a higher folder.
 *
 * @param order the folders, lowest first; folders in one entry may not import each other
 */
export function upwardImports(
  imports: readonly FileImport[],
  order: readonly (readonly string[])[],
): readonly FileImport[] {
  const rankOf = (folder: string) => order.findIndex((folders) => folders.includes(folder));
  return imports.filter(({ from, to }) => {
    const [source, target] = [topFolder(from), topFolder(to)];
    if (source === undefined || target === undefined || source === target) return false;
    return rankOf(source) < 0 || rankOf(target) < 0 || rankOf(target) >= rankOf(source);
  });
}

function topFolder(file: string): string | undefined {
  const [first, ...rest] = file.split('/');
  return rest.length === 0 || first === '..' ? undefined : first;
}
