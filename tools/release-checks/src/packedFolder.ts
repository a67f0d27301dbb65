import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { manifestsOf, workspaceRoot } from './workspace.js';

/** A fresh folder, like a user's, in which packages are installed from their tarballs. */
export interface PackedFolder {
  readonly path: string;
  /** Names of the installed packages, ours and others. */
  readonly packages: readonly string[];
  remove(): void;
}

export interface PackedFolderOptions {
  /** The packages to install, with their dependencies, by name. @default all of ours */
  readonly only?: readonly string[];
  /** Whether the user has also installed optional packages of others, such as ONNX Runtime. @default true */
  readonly peers?: boolean;
}

/**
 * Packs our packages and unpacks the tarballs into a fresh `node_modules`. Packages of others are linked only if a
 * manifest declares them, so that an undeclared import fails here as it would for a user.
 */
export function createPackedFolder({ only, peers = true }: PackedFolderOptions = {}): PackedFolder {
  const path = mkdtempSync(join(tmpdir(), 'ser-packed-'));
  const ours = new Map(
    [...manifestsOf('packages')].map(([room, manifest]) => [manifest.name, { room, manifest }]),
  );
  const installed = new Set<string>();
  const pending = [...(only ?? ours.keys())];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (installed.has(name)) continue;
    const own = ours.get(name);
    if (own === undefined) {
      if (link(name, path)) installed.add(name);
      continue;
    }
    install(own.room, name, path);
    installed.add(name);
    const { dependencies = {}, peerDependencies = {} } = own.manifest;
    pending.push(...Object.keys({ ...dependencies, ...(peers && peerDependencies) }));
  }
  return {
    path,
    packages: [...installed].sort(),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function install(room: string, name: string, folder: string): void {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(workspaceRoot, room),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const target = join(folder, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', target, '--strip-components=1']);
}

/** Links a package of others; optional peers that are not installed here stay absent, as they do for a user. */
function link(dependency: string, folder: string): boolean {
  if (!existsSync(join(workspaceRoot, 'node_modules', dependency))) return false;
  const target = join(folder, 'node_modules', dependency);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(workspaceRoot, 'node_modules', dependency), target, 'dir');
  return true;
}
