import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface UserFolderOptions {
  /** What the user installs: names and versions, or `file:` paths of tarballs. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The user's files: text by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** A fresh folder of a user, in the system's folder for temporary files, with packages installed by npm. */
export class UserFolder {
  readonly path: string;
  readonly #servers: ChildProcess[] = [];

  private constructor(path: string) {
    this.path = path;
  }

  static async create({ dependencies, files }: UserFolderOptions): Promise<UserFolder> {
    const folder = new UserFolder(mkdtempSync(join(tmpdir(), 'ser-user-')));
    const manifest = { name: 'user', private: true, type: 'module', dependencies };
    for (const [path, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files })) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      writeFileSync(join(folder.path, path), text);
    }
    // An install script would download a program; what npm itself delivers is enough for every check.
    await folder.command('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts']);
    return folder;
  }

  /**
   * Runs a program, by name or relative path, and returns its output.
   *
   * @param options `failing`: whether the output of a program that fails is returned, too
   * @throws {Error} with what it wrote
   */
  async command(
    program: string,
    args: readonly string[],
    { failing = false }: { readonly failing?: boolean } = {},
  ): Promise<string> {
    const options = { cwd: this.path, env: this.#env, maxBuffer: 1e8 };
    try {
      return (await run(program, args, options)).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
      if (failing) return stdout;
      const output = `${stdout}\n${stderr}`.trim().slice(-3000);
      throw new Error(`\`${program} ${args.join(' ')}\` failed:\n${output}`, { cause: error });
    }
  }

  /** Starts a server that runs until the folder is removed. */
  start(program: string, args: readonly string[]): void {
    const server = spawn(program, args, { cwd: this.path, env: this.#env, stdio: 'ignore', detached: true });
    server.on('error', () => {});
    this.#servers.push(server);
  }

  /** Ends the servers, with the processes that they have started, and deletes the folder. */
  remove(): void {
    for (const { pid, exitCode } of this.#servers) {
      if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
    }
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }

  get #env(): NodeJS.ProcessEnv {
    const bin = join(this.path, 'node_modules/.bin');
    return {
      ...process.env,
      NODE_ENV: undefined,
      NEXT_TELEMETRY_DISABLED: '1',
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    };
  }
}
