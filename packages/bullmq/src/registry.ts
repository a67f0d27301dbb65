import { hostname } from 'node:os';
import type { Environment } from '@ser/experiments/executor';
import type { Job as QueueJob } from 'bullmq';
import { persistently } from './persistently.js';
import { queueNames, type AnyQueue, type QueueServer } from './queueServer.js';

/** A run that has jobs in the queue, or had some when its coordinator ended. */
export interface RunEntry {
  readonly name: string;
  /** Where its data and results are. */
  readonly store: string;
  /** `host-pid` of the process that submits its jobs. */
  readonly coordinator: string;
  /** When it was begun, or resumed: milliseconds since 1970. */
  readonly since: number;
  /** When the coordinator was seen last. */
  readonly seen: number;
  readonly canceled: boolean;
}

/** A worker that waits for jobs or computes some. */
export interface WorkerEntry {
  /** `host-pid`. */
  readonly name: string;
  readonly concurrency: number;
  /** What it has; the engine is known after the first training. */
  readonly environment: Environment;
  readonly since: number;
  readonly seen: number;
}

/** How often runs and workers say that they are there, in milliseconds. */
export const heartbeat = 5000;

/** Without a sign for this long, a process counts as ended, in milliseconds. */
export const goneAfter = 4 * heartbeat;

/** The runs and workers of a queue, in a second queue that nobody works on: what both kinds of servers can store. */
export class Registry {
  readonly #queue: AnyQueue;

  constructor(server: QueueServer) {
    this.#queue = server.queue(queueNames.registry);
  }

  /** Whether a run is canceled stays as it is. */
  async writeRun(entry: Omit<RunEntry, 'canceled'>): Promise<void> {
    await this.#write(`run-${entry.name}`, entry);
  }

  /** Cancels a run, or takes that back: in an entry of its own, which no heartbeat of the coordinator overwrites. */
  async setCanceled(name: string, canceled: boolean): Promise<void> {
    if (canceled) await this.#write(`canceled-${name}`, {});
    else await persistently(() => this.#queue.remove(`canceled-${name}`));
  }

  async isCanceled(name: string): Promise<boolean> {
    return (await this.#read(`canceled-${name}`)) !== undefined;
  }

  async run(name: string): Promise<RunEntry | undefined> {
    const entry = (await this.#read(`run-${name}`))?.data as Omit<RunEntry, 'canceled'> | undefined;
    return entry && { ...entry, canceled: await this.isCanceled(name) };
  }

  async runs(): Promise<readonly RunEntry[]> {
    const all = (await this.#all('run')) as readonly RunEntry[];
    return Promise.all(all.map(async (entry) => ({ ...entry, canceled: await this.isCanceled(entry.name) })));
  }

  async removeRun(name: string): Promise<void> {
    await persistently(() => this.#queue.remove(`run-${name}`));
    await this.setCanceled(name, false);
  }

  async writeWorker(entry: WorkerEntry): Promise<void> {
    await this.#write(`worker-${entry.name}`, entry);
  }

  async workers(): Promise<readonly WorkerEntry[]> {
    const all = (await this.#all('worker')) as readonly WorkerEntry[];
    const isThere = ({ seen }: WorkerEntry) => Date.now() - seen < goneAfter;
    for (const { name } of all.filter((entry) => !isThere(entry))) await this.removeWorker(name);
    return all.filter(isThere);
  }

  async removeWorker(name: string): Promise<void> {
    await persistently(() => this.#queue.remove(`worker-${name}`));
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  async #write(id: string, entry: object): Promise<void> {
    await persistently(async () => {
      const job = await this.#read(id);
      if (job) await job.updateData(entry);
      else await this.#queue.add(id.slice(0, id.indexOf('-')), entry, { jobId: id });
    });
  }

  #read(id: string): Promise<QueueJob | undefined> {
    return persistently(() => this.#queue.getJob(id) as Promise<QueueJob | undefined>);
  }

  async #all(name: string): Promise<readonly unknown[]> {
    const jobs = await persistently(() => this.#queue.getJobs(['waiting', 'prioritized']));
    return jobs.filter((job) => job.name === name).map((job) => job.data);
  }
}

/** `host-pid`: which process of which machine. */
export function processName(): string {
  return `${hostname()}-${process.pid}`;
}
