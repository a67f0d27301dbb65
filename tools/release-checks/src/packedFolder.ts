import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { manifestsOf, workspaceRoot } from './workspace.js';

/** A fresh folder, as a user's, into which every package has been installed from its tarball. */
export interface PackedFolder {
  readonly path: string;
  remove(): void;
}

export interface PackedFolderOptions {
  /** Whether the user has installed other people's optional packages too, such as ONNX Runtime. @default true */
  readonly peers?: boolean;
}

/**
 * Packs every package and unpacks the tarballs into a fresh `node_modules`. Of other people's packages only
 * those that a manifest declares are linked in, so that an undeclared import fails here as it would at a user's.
 */
export function createPackedFolder({ peers = true }: PackedFolderOptions = {}): PackedFolder {
  const path = mkdtempSync(join(tmpdir(), 'ser-packed-'));
  const declared = new Set<string>();
  for (const [room, { name, dependencies = {}, peerDependencies = {} }] of manifestsOf('packages')) {
    install(room, name, path);
    const wanted = { ...dependencies, ...(peers && peerDependencies) };
    for (const dependency of Object.keys(wanted)) declared.add(dependency);
  }
  for (const dependency of declared) {
    if (!dependency.startsWith('@ser/')) link(dependency, path);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
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

/** Optional peers that are not installed here stay absent, as they do at a user's. */
function link(dependency: string, folder: string): void {
  if (!existsSync(join(workspaceRoot, 'node_modules', dependency))) return;
  const target = join(folder, 'node_modules', dependency);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(workspaceRoot, 'node_modules', dependency), target, 'dir');
}
