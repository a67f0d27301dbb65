import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestsOf, workspaceRoot } from '../workspace.js';

const rooms = new Map(
  [...manifestsOf('packages'), ...manifestsOf('apps')].map(([room, manifest]) => [
    manifest.name,
    { room, manifest },
  ]),
);

/**
 * Packs some of our packages, and all of ours that they depend on, as npm would publish them, into a folder that is
 * deleted when the process ends.
 *
 * @returns path of the tarball, by package name
 */
export function packWithDependencies(names: readonly string[]): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-tarballs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return new Map(closureOf(names).map((name) => [name, pack(rooms.get(name)!.room, folder)]));
}

function pack(room: string, folder: string): string {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(workspaceRoot, room),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  return join(folder, filename);
}

/**
 * Some of our packages and all of ours that they depend on, as dependencies of a user's `package.json`.
 *
 * @param tarballs as of `packWithDependencies`
 */
export function dependenciesOn(
  names: readonly string[],
  tarballs: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(closureOf(names).map((name) => [name, `file:${tarballs.get(name)!}`]));
}

function closureOf(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name) || !rooms.has(name)) continue;
    found.add(name);
    pending.push(...Object.keys(rooms.get(name)!.manifest.dependencies ?? {}));
  }
  return [...found].sort();
}
