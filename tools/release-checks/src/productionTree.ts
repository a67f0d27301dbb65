import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './workspace.js';

/** A package as the lock file describes it. */
interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package that users of ours install with it. */
export interface ProductionPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package declares it. */
  readonly license: string;
}

/**
 * Every package of others in the dependency trees of some folders of this workspace, with optional and peer
 * dependencies that the lock file has.
 *
 * @param folders such as `packages/dsp`
 */
export function productionTree(folders: readonly string[]): readonly ProductionPackage[] {
  const lock = readFileSync(join(workspaceRoot, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  const seen = new Set<string>();
  const pending = [...folders];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path]!;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = locate(name, path, packages);
      if (found !== undefined) pending.push(found);
    }
  }
  return [...seen]
    .filter((path) => path.includes('node_modules/'))
    .map((path) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: packages[path]!.version!,
      license: packages[path]!.license ?? 'none',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where Node finds a package that one in `path` imports: in the nearest `node_modules`, as it is, or as a folder of ours. */
function locate(
  name: string,
  path: string,
  packages: Readonly<Record<string, LockedPackage>>,
): string | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const found = packages[candidate];
    if (found !== undefined) return found.link === true ? found.resolved! : candidate;
    if (folder === '') return undefined;
  }
}
