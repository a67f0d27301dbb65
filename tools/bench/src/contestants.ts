import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('..', import.meta.url));

export interface ContestantOptions {
  /** @default none */
  readonly args?: readonly (string | number)[];
  /** Environment variables to set besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds after which the program is ended and `TimeUp` thrown. @default none */
  readonly limit?: number;
  /** Whether its standard error is shown as it comes. @default false */
  readonly showProgress?: boolean;
}

/** A program took longer than it was allowed. */
export class TimeUp extends Error {}

/** What a TypeScript program of `ours/` measures, run as its own process. */
export function ours<T>(program: string, options: ContestantOptions = {}): T {
  return lastLine(process.execPath, [...process.execArgv, `${room}ours/${program}.ts`], options);
}

/** The interpreter that `SER_PYTHON` names. @default python3 */
export function python(): string {
  return process.env['SER_PYTHON'] ?? 'python3';
}

/** What a Python program of `peers/` measures. */
export function peer<T>(program: string, options: ContestantOptions = {}): T {
  return lastLine(python(), [`${room}peers/${program}.py`], options);
}

/** The JSON that a program prints as its last line. */
function lastLine<T>(
  command: string,
  program: readonly string[],
  { args = [], env = {}, limit, showProgress = false }: ContestantOptions,
): T {
  const { stdout, stderr, status, error } = spawnSync(command, [...program, ...args.map(String)], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', showProgress ? 'inherit' : 'pipe'],
    ...(limit !== undefined && { timeout: 1000 * limit }),
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') throw new TimeUp(`> ${limit} s`);
  if (error) throw error;
  if (status !== 0) throw new Error(showProgress ? `${program.at(-1)} failed.` : reasonOf(stderr));
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
}

/** The line of an error message that says what went wrong: Python's last, Node's first with an error's name. */
function reasonOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => /^(\w*Error|\[?\w*Error\b).*: /.test(line)) ?? lines.at(-1)!).trim();
}
