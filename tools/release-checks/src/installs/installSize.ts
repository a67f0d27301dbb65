import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestsOf, workspaceRoot } from '../workspace.js';

/** What a user may install, with the largest size in bytes. */
export const installs = [
  {
    what: 'prediction with the bundled models',
    packages: ['@ser/recognizer', '@ser/pretrained'],
    limit: 12e6,
  },
  {
    what: 'the same with the encoder, in WebAssembly',
    packages: ['@ser/recognizer', '@ser/pretrained', '@ser/encoder'],
    limit: 45e6,
  },
  { what: 'the command `ser`', packages: ['@ser/cli'], limit: 200e6 },
] as const;

/** Size of `node_modules` in bytes after `npm install` of these packages in an empty folder, without optional peers. */
export function installSize(packages: readonly string[]): number {
  const sizes = new Map<string, number>();
  const pending = [...packages];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (sizes.has(name)) continue;
    const { size, dependencies } = ours().get(name) ?? installed(name);
    sizes.set(name, size);
    pending.push(...dependencies);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

interface Part {
  readonly size: number;
  readonly dependencies: readonly string[];
}

let packed: ReadonlyMap<string, Part> | undefined;

/** Our packages, each with the size of what `npm pack` takes. */
function ours(): ReadonlyMap<string, Part> {
  packed ??= new Map(
    [...manifestsOf('packages'), ...manifestsOf('apps')].map(([room, manifest]) => [
      manifest.name,
      { size: packedSize(room), dependencies: Object.keys(manifest.dependencies ?? {}) },
    ]),
  );
  return packed;
}

function packedSize(room: string): number {
  const output = execFileSync('npm', ['pack', '--json', '--dry-run'], {
    cwd: join(workspaceRoot, room),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(output) as [{ readonly unpackedSize: number }])[0].unpackedSize;
}

/** A package of others, as it is installed in the repository. */
function installed(name: string): Part {
  const path = join(workspaceRoot, 'node_modules', name);
  if (!existsSync(path)) throw new Error(`${name} must be installed. Run \`npm ci\`.`);
  const { dependencies = {} } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
  return { size: folderSize(path), dependencies: Object.keys(dependencies) };
}

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
