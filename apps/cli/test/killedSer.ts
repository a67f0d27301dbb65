import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** How a process ended, and after how many milliseconds. */
export interface EndOfProcess {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
}

export interface KilledSerOptions {
  readonly cwd: string;
  /** The milliseconds after which the process is killed. @default it is not killed */
  readonly killAfter?: number;
}

/** Runs `ser` in a process of its own and kills it with SIGKILL, so that it cannot clean up. */
export async function killedSer(
  argv: readonly string[],
  { cwd, killAfter }: KilledSerOptions,
): Promise<EndOfProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--conditions=@ser/source', '--import', tsx, main, ...argv], {
    cwd,
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const ended = new Promise<Omit<EndOfProcess, 'milliseconds'>>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  const { code, signal } = await ended;
  clearTimeout(timer);
  return { code, signal, milliseconds: performance.now() - start };
}
