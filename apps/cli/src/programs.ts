import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A program that was started. */
export interface RunningProgram {
  /** What it writes on standard output. */
  readonly stdout: AsyncIterable<Uint8Array>;
  /** Settled when it has ended: what it wrote on standard error, and its exit code; null when it was killed. */
  readonly ended: Promise<{ readonly errorOutput: string; readonly code: number | null }>;
  /** Asks it to stop. */
  readonly stop: () => void;
}

/** Other programs on this computer. */
export interface Programs {
  /** The path of a program; undefined when it is not installed. */
  find(name: string): Promise<string | undefined>;
  start(path: string, args: readonly string[]): RunningProgram;
}

/** The programs on the PATH of an environment. */
export function installedPrograms(env: Readonly<Record<string, string | undefined>>): Programs {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return {
    async find(name) {
      for (const folder of folders) {
        for (const ending of endings) {
          const path = join(folder, `${name}${ending}`);
          if (await isProgram(path)) return path;
        }
      }
      return undefined;
    },
    start: startProgram,
  };
}

function startProgram(path: string, args: readonly string[]): RunningProgram {
  // its own process group: Ctrl-C reaches only this command, which then stops the program in order
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let errorOutput = '';
  child.stderr.on('data', (text: Buffer) => (errorOutput += text.toString()));
  const ended = new Promise<{ errorOutput: string; code: number | null }>((resolve) => {
    child.once('error', (error) => resolve({ errorOutput: error.message, code: 127 }));
    child.once('close', (code) => resolve({ errorOutput, code }));
  });
  return { stdout: child.stdout, ended, stop: () => void child.kill('SIGTERM') };
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
