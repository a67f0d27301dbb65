import { QueueError } from './errors.js';
import { persistently } from './persistently.js';
import { removeWaiting } from './queuedJob.js';
import { queueNames, QueueServer } from './queueServer.js';
import { goneAfter, Registry, type RunEntry, type WorkerEntry } from './registry.js';

/** What is in a queue. */
export interface QueueStatus {
  /** Jobs of all runs: waiting, being computed, and waiting for their second try. */
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly runs: readonly RunStatus[];
  readonly workers: readonly WorkerEntry[];
}

export interface RunStatus extends RunEntry {
  /** Whether its coordinator was seen lately; otherwise `--resume` continues it. */
  readonly isCoordinated: boolean;
}

/**
 * The runs, workers, and jobs of a queue.
 *
 * @throws {SerError} `queue-unreachable`, `invalid-option`
 */
export async function queueStatus(address: string): Promise<QueueStatus> {
  const server = await QueueServer.open(address);
  const queue = server.queue(queueNames.jobs);
  const registry = new Registry(server);
  try {
    const counts = await persistently(() => queue.getJobCounts('waiting', 'active', 'delayed', 'failed'));
    const runs = await registry.runs();
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return {
      ...{ waiting, active, delayed, failed },
      runs: runs.map((run) => ({ ...run, isCoordinated: Date.now() - run.seen < goneAfter })),
      workers: await registry.workers(),
    };
  } finally {
    await Promise.all([queue.close(), registry.close()]);
  }
}

/**
 * Cancels a whole run: jobs that wait are removed, jobs that are computed are stopped within about a second, and its
 * coordinator ends with `run-canceled`. Finished results stay in the store, so the run can be resumed.
 *
 * @returns the number of jobs that were removed
 * @throws {SerError} `unknown-run`, `queue-unreachable`, `invalid-option`
 */
export async function cancelRun(address: string, name: string): Promise<number> {
  const server = await QueueServer.open(address);
  const queue = server.queue(queueNames.jobs);
  const registry = new Registry(server);
  try {
    const entry = await registry.run(name);
    if (entry === undefined) refuse(name, await registry.runs());
    await registry.setCanceled(name, true);
    return await removeWaiting(queue, name);
  } finally {
    await Promise.all([queue.close(), registry.close()]);
  }
}

function refuse(name: string, runs: readonly RunEntry[]): never {
  const known = runs.length === 0 ? 'no runs' : runs.map((run) => `\`${run.name}\``).join(', ');
  throw new QueueError(
    'unknown-run',
    `\`run\` must be the name of a run in the queue; got \`${name}\`, and the queue has ${known}. Use \`ser queue status\`.`,
  );
}
