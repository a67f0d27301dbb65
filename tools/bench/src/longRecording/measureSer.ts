import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What a command used. */
export interface ProcessMeasures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Peak resident memory, in MiB. */
  readonly residentMb: number;
  /** Delay of the event loop, in milliseconds. */
  readonly delay: { readonly median: number; readonly p99: number; readonly longest: number };
}

export interface MeasureOptions {
  readonly folder: string;
  /** Seconds after which Ctrl-C is sent. @default never */
  readonly interruptAfter?: number;
}

const command = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const watcher = new URL('../../programs/watchProcess.ts', import.meta.url).href;

/**
 * Runs `ser` in a folder and measures it.
 *
 * @returns its measures, and with `interruptAfter` the milliseconds from Ctrl-C to its end
 */
export async function measureSer(
  args: readonly string[],
  { folder, interruptAfter }: MeasureOptions,
): Promise<ProcessMeasures & { readonly exitMs?: number }> {
  const watch = join(folder, 'measures.json');
  const child = spawn(process.execPath, [...process.execArgv, '--import', watcher, command, ...args], {
    cwd: folder,
    env: { ...process.env, SER_BENCH_WATCH: watch },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let sent: number | undefined;
  if (interruptAfter !== undefined) {
    await wait(1000 * interruptAfter);
    sent = performance.now();
    child.kill('SIGINT');
  }
  const code = await ended;
  const exitMs = sent === undefined ? undefined : performance.now() - sent;
  const expected = sent === undefined ? 0 : 130;
  if (code !== expected)
    throw new Error(`ser ${args.join(' ')} ended with exit code ${code}, expected ${expected}.`);
  const measures = JSON.parse(await readFile(watch, 'utf8')) as ProcessMeasures;
  return { ...measures, ...(exitMs !== undefined && { exitMs }) };
}
