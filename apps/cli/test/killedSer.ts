import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The program and the arguments of `ser` as a process of its own. */
export function serProcess(argv: readonly string[]): [string, string[]] {
  return [process.execPath, ['--conditions=@ser/source', '--import', tsx, main, ...argv]];
}

/** How a process ended. */
export interface EndOfProcess {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The time from the lock of the output folder to the end. */
  readonly milliseconds: number;
}

export interface KilledSerOptions {
  readonly cwd: string;
  /** The folder that the process writes to. */
  readonly out: string;
  /** The milliseconds from the lock of `out` to the end. @default it is not killed */
  readonly killAfter?: number;
}

/** Runs `ser` in a process of its own and kills it with SIGKILL, so that it cannot clean up. */
export async function killedSer(
  argv: readonly string[],
  { cwd, out, killAfter }: KilledSerOptions,
): Promise<EndOfProcess> {
  const child = spawn(...serProcess(argv), { cwd, stdio: 'ignore' });
  let isRunning = true;
  const ended = new Promise<Omit<EndOfProcess, 'milliseconds'>>((resolve) =>
    child.on('close', (code, signal) => {
      isRunning = false;
      resolve({ code, signal });
    }),
  );
  const lock = join(cwd, out, '.ser.lock');
  while (isRunning && !existsSync(lock)) await setTimeout(2);
  const start = performance.now();
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill('SIGKILL');
  }
  return { ...(await ended), milliseconds: performance.now() - start };
}
