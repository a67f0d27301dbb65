import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

export interface Manifest {
  readonly version?: string;
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The manifests of one top-level folder (`packages`, `apps`, `tools`), by folder (`packages/dsp`). */
export function manifestsOf(parent: string): ReadonlyMap<string, Manifest> {
  const folders = readdirSync(join(workspaceRoot, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
  return new Map(folders.flatMap((folder) => readManifest(folder)));
}

function readManifest(folder: string): [string, Manifest][] {
  try {
    return [
      [folder, JSON.parse(readFileSync(join(workspaceRoot, folder, 'package.json'), 'utf8')) as Manifest],
    ];
  } catch {
    return [];
  }
}

/** Folders of the packages that are published as libraries, such as `packages/dsp`. */
export function publicPackages(): readonly string[] {
  return [...manifestsOf('packages')]
    .filter(([, manifest]) => manifest.private !== true)
    .map(([folder]) => folder);
}

/** The committed API report of a package. */
export function apiReportFile(folder: string): URL {
  return new URL(`../../../docs/api/${folder.slice('packages/'.length)}.md`, import.meta.url);
}
