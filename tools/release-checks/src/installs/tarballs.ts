import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestsOf, workspaceRoot } from '../workspace.js';

/**
 * Packs our packages and apps as npm would publish them, into a folder that is deleted when the process ends.
 *
 * @returns path of the tarball, by package name
 */
export function packAll(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-tarballs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const manifests = [...manifestsOf('packages'), ...manifestsOf('apps')];
  const published = manifests.filter(([, manifest]) => manifest.private !== true);
  return new Map(published.map(([room, { name }]) => [name, pack(room, folder)]));
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
 * @param tarballs as of `packAll`
 */
export function dependenciesOn(
  names: readonly string[],
  tarballs: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const manifests = new Map(
    [...manifestsOf('packages'), ...manifestsOf('apps')].map(([, own]) => [own.name, own]),
  );
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name) || !manifests.has(name)) continue;
    found.add(name);
    pending.push(...Object.keys(manifests.get(name)!.dependencies ?? {}));
  }
  return Object.fromEntries([...found].sort().map((name) => [name, `file:${tarballs.get(name)!}`]));
}
