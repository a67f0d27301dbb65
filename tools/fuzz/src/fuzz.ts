import { Worker } from 'node:worker_threads';
import type { TargetChoice } from './target.js';
import type { WorkerReport, WorkerTask } from './workerTask.js';

/** What to read, and when an input counts as a hang. */
export interface FuzzOptions extends TargetChoice {
  /** Number of the first input. */
  readonly from: number;

  /** Number of inputs. */
  readonly inputs: number;

  /** Seconds after which an input counts as a hang. */
  readonly seconds: number;

  /** Number of worker threads. */
  readonly threads: number;
  readonly onReport?: (report: WorkerReport) => void;
}

/** How often each outcome occurred, and what was found. */
export interface FuzzResult {
  readonly outcomes: ReadonlyMap<string, number>;
  readonly findings: readonly WorkerReport[];
}

/** Reads all inputs in worker threads. A thread that hangs or runs out of memory is ended, and another goes on. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const outcomes = new Map<string, number>();
  const findings: WorkerReport[] = [];
  const add = (report: WorkerReport): void => {
    outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
    if (report.outcome === 'finding') findings.push(report);
    options.onReport?.(report);
  };
  const threads = Array.from({ length: options.threads }, (_, i) => readEvery(options, i, add));
  await Promise.all(threads);
  return { outcomes, findings };
}

/** Reads every n-th input, with as many workers as it takes. */
async function readEvery(
  options: FuzzOptions,
  first: number,
  add: (report: WorkerReport) => void,
): Promise<void> {
  const { target, seed, decoders, threads, inputs } = options;
  const to = options.from + inputs;
  let from = options.from + first;
  while (from < to) {
    const current = new SharedArrayBuffer(4);
    const task: WorkerTask = { target, seed, decoders, from, to, step: threads, current };
    const end = await runWorker(task, options.seconds, add);
    if (end === undefined) return;
    add({ index: end.index, outcome: 'finding', finding: end.problem });
    from = end.index + threads;
  }
}

interface BrokenWorker {
  readonly index: number;
  readonly problem: string;
}

const heapMegabytes = 512;
const watchMilliseconds = 200;

/** Runs one worker to its end; the result is `undefined` unless it was ended by an input. */
function runWorker(
  task: WorkerTask,
  seconds: number,
  add: (report: WorkerReport) => void,
): Promise<BrokenWorker | undefined> {
  const current = new Int32Array(task.current).fill(-1);
  const worker = new Worker(new URL('startWorker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  return new Promise((resolve, reject) => {
    let index = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(current, 0);
      if (now !== index) [index, since] = [now, performance.now()];
      else if (index >= 0 && performance.now() - since > 1000 * seconds) end(`no result after ${seconds} s`);
    }, watchMilliseconds);
    const end = (problem?: string): void => {
      clearInterval(watch);
      void worker.terminate();
      const last = Math.max(task.from, Atomics.load(current, 0));
      resolve(problem === undefined ? undefined : { index: last, problem });
    };
    worker.on('message', (message: WorkerReport | { readonly isDone: true }) => {
      if ('isDone' in message) end();
      else add(message);
    });
    worker.on('error', (error) => {
      if (Atomics.load(current, 0) < 0) reject(error);
      else end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  });
}
