import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerEvent } from '../../src/index.js';

/** A worker process with its own temporary folder. */
export interface TestWorker {
  readonly pid: number;
  readonly events: readonly WorkerEvent[];
  /** Settled by the next event that a condition holds for, also one that has happened. */
  readonly saw: (condition: (event: WorkerEvent) => boolean) => Promise<void>;
  /** Sends a signal to all processes of the worker. */
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly stop: () => Promise<void>;
}

export interface StartWorkerOptions {
  /** In seconds. @default 2 */
  readonly lease?: number;
  readonly concurrency?: number;
  /** Arguments before the program, such as `ip netns exec NAME`. @default none */
  readonly within?: readonly string[];
  /** A module to load into all processes of the worker. @default none */
  readonly preload?: string;
}

/** Starts a worker and waits until it is ready. */
export async function startWorker(
  address: string,
  { lease = 2, concurrency = 1, within = [], preload }: StartWorkerOptions = {},
): Promise<TestWorker> {
  const program = fileURLToPath(new URL('./workerProgram.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const folder = mkdtempSync(join(tmpdir(), 'ser-worker-'));
  const node = [process.execPath, '--conditions=@ser/source', '--import', tsx, program];
  const args = [address, String(lease), String(concurrency), folder];
  const [command, ...rest] = [...within, ...node, ...args];
  const options = preload === undefined ? {} : { NODE_OPTIONS: `--import ${preload}` };
  const env = { ...process.env, TMPDIR: folder, ...options };
  const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 'inherit'], env, detached: true });
  const events: WorkerEvent[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    events.push(JSON.parse(line) as WorkerEvent);
    for (const listener of listeners) listener();
  });
  const saw = (condition: (event: WorkerEvent) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!events.some(condition)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('The worker ended.')));
  failed.catch(() => undefined); // later, a test ends it
  await Promise.race([saw(({ type }) => type === 'ready'), failed]);
  return {
    ...{ pid: child.pid!, events, saw },
    signal: (signal) => process.kill(-child.pid!, signal),
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  process.kill(-child.pid!, 'SIGCONT'); // a stopped process does not see the next signal
  child.kill('SIGTERM');
  await exit;
}
