import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const programsFolder = fileURLToPath(new URL('../programs', import.meta.url));
const pythonFolder = fileURLToPath(new URL('../../../reference', import.meta.url));

/** Options of a program. */
export interface ProgramOptions {
  /** Arguments of the command line. @default none */
  readonly args?: readonly (string | number)[];
  /** Environment variables to set in addition to those of this process. @default none */
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds after which the program is killed and `TimeLimitExceeded` is thrown; above 0. @default none */
  readonly limit?: number;
  /** Whether to show the program's standard error while it runs. @default false */
  readonly showProgress?: boolean;
}

/** A program took longer than its limit. */
export class TimeLimitExceeded extends Error {}

/**
 * Runs a TypeScript program of `programs/` as its own process.
 *
 * @returns the JSON of its last line
 */
export function runTypeScript<T>(program: string, options: ProgramOptions = {}): T {
  const command = [...process.execArgv, `${programsFolder}/${program}.ts`];
  return lastLineOf(process.execPath, command, options);
}

/** The Python interpreter: the environment variable `SER_PYTHON`, or `python3`. */
export function pythonCommand(): string {
  return process.env['SER_PYTHON'] ?? 'python3';
}

/** Path of a program in `reference/`, such as `bench/engine`. */
export function pythonProgram(program: string): string {
  return `${pythonFolder}/${program}.py`;
}

/**
 * Runs a Python program of `reference/bench/` as its own process.
 *
 * @returns the JSON of its last line
 */
export function runPython<T>(program: string, options: ProgramOptions = {}): T {
  return lastLineOf(pythonCommand(), [pythonProgram(`bench/${program}`)], options);
}

function lastLineOf<T>(
  command: string,
  program: readonly string[],
  { args = [], env = {}, limit, showProgress = false }: ProgramOptions,
): T {
  const { stdout, stderr, status, error } = spawnSync(command, [...program, ...args.map(String)], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', showProgress ? 'inherit' : 'pipe'],
    ...(limit !== undefined && { timeout: 1000 * limit }),
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') throw new TimeLimitExceeded(`> ${limit} s`);
  if (error) throw error;
  if (status !== 0) throw new Error(showProgress ? `${program.at(-1)} failed.` : reasonIn(stderr));
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
}

/** The line of an error message with the cause: the last line of Python, the first line with an error of Node. */
function reasonIn(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => /^(\w*Error|\[?\w*Error\b).*: /.test(line)) ?? lines.at(-1)!).trim();
}
