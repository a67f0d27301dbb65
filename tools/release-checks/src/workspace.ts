import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The manifests of one top-level folder (`packages`, `apps`, `tools`), by room (`packages/dsp`). */
export function manifestsOf(floor: string): ReadonlyMap<string, Manifest> {
  const rooms = readdirSync(join(workspaceRoot, floor), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${floor}/${entry.name}`);
  return new Map(rooms.flatMap((room) => readManifest(room)));
}

function readManifest(room: string): [string, Manifest][] {
  try {
    return [[room, JSON.parse(readFileSync(join(workspaceRoot, room, 'package.json'), 'utf8')) as Manifest]];
  } catch {
    return [];
  }
}
