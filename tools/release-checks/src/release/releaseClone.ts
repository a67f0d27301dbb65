import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace.js';

/** Checksum of each tarball, by file name, as npm writes it (`sha512-…`). */
export type Checksums = ReadonlyMap<string, string>;

/** A clone of the last commit in a temporary folder, where a release is made without touching the working tree. */
export class ReleaseClone {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Clones, installs the locked packages, raises the versions, and builds every package.
   *
   * @param commit the state that is released
   */
  static create(path: string, commit: string): ReleaseClone {
    execFileSync('git', ['clone', '--quiet', '--local', '--no-checkout', workspaceRoot, path]);
    const clone = new ReleaseClone(path);
    clone.run('git', 'checkout', '--quiet', '--detach', commit);
    clone.run('npm', 'ci', '--prefer-offline');
    clone.run('npm', 'run', '--silent', 'version-packages');
    clone.run('npm', 'run', '--silent', 'build');
    return clone;
  }

  /** Folders of what is published: the libraries and the command. */
  get published(): readonly string[] {
    const libraries = readdirSync(join(this.path, 'packages')).map((name) => `packages/${name}`);
    return [...libraries, 'apps/cli'].filter((folder) => this.#manifest(folder).private !== true);
  }

  /** The one version of all packages. */
  get version(): string {
    const versions = new Set(this.published.map((folder) => this.#manifest(folder).version));
    if (versions.size !== 1)
      throw new Error(`All packages must have one version; got ${[...versions].join(', ')}.`);
    return [...versions][0]!;
  }

  /** Packs every package into `tarballs`. */
  pack(): Checksums {
    const folder = join(this.path, 'tarballs');
    mkdirSync(folder);
    const flags = this.published.flatMap((room) => ['-w', room]);
    this.run('npm', 'pack', '--silent', '--pack-destination', folder, ...flags);
    const checksum = (name: string) =>
      `sha512-${createHash('sha512')
        .update(readFileSync(join(folder, name)))
        .digest('base64')}`;
    return new Map(
      readdirSync(folder)
        .sort()
        .map((name) => [name, checksum(name)]),
    );
  }

  /** Runs a program in the clone; throws with what it wrote if it fails. */
  run(program: string, ...args: readonly string[]): string {
    try {
      return execFileSync(program, args, { cwd: this.path, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
      const output = `${stdout}\n${stderr}`.trim().slice(-3000);
      throw new Error(`\`${[program, ...args].join(' ')}\` failed in ${this.path}:\n${output}`, {
        cause: error,
      });
    }
  }

  #manifest(folder: string): { readonly private?: boolean; readonly version: string } {
    return JSON.parse(readFileSync(join(this.path, folder, 'package.json'), 'utf8')) as never;
  }
}
