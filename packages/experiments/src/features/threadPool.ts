import { Worker } from 'node:worker_threads';
import { loadedPlugins } from '../plugins/loadedPlugins.js';
import type { ClipJob, ClipResults, ClipWork } from './clipJob.js';
import { threadProgram } from './threadProgram.js';
import { type DamagedNotice, endOfThread, type ThreadReply, type ThreadRequest } from './threadMessages.js';

/** Worker threads that process clips, each of them one clip at a time. Close it when done. */
export class ThreadPool {
  readonly #threads: readonly Thread[];
  #turn = 0;

  /** @param onDamaged called with the name of each damaged file in the cache */
  constructor(works: readonly ClipWork[], nThreads: number, onDamaged: (place: string) => void) {
    this.#threads = Array.from({ length: nThreads }, () => new Thread(works, onDamaged));
  }

  /** @throws if the thread cannot be started or has ended, or on an error that is not caused by the clip */
  work(job: ClipJob): Promise<ClipResults> {
    return this.#threads[this.#turn++ % this.#threads.length]!.work(job);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

interface Waiting {
  readonly resolve: (results: ClipResults) => void;
  readonly reject: (error: Error) => void;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nJobs = 0;
  #failure: Error | undefined;

  constructor(workerData: readonly ClipWork[], onDamaged: (place: string) => void) {
    const { file, execArgv } = threadProgram();
    this.#worker = new Worker(file, {
      workerData,
      argv: [...loadedPlugins()],
      execArgv: [...execArgv],
    });
    this.#worker.on('message', (reply: ThreadReply | DamagedNotice) => {
      if ('damaged' in reply) onDamaged(reply.damaged);
      else this.#settle(reply);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The worker thread has ended.')));
  }

  work(job: ClipJob): Promise<ClipResults> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#nJobs++;
    const request: ThreadRequest = { id, job };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  /** Lets the thread free what it uses; one that still works, or has failed, is stopped. */
  async close(): Promise<void> {
    if (this.#failure || this.#waiting.size > 0) {
      await this.#worker.terminate();
      return;
    }
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage(endOfThread);
    await ended;
  }

  #settle({ id, results, error }: ThreadReply): void {
    const waiting = this.#waiting.get(id)!;
    this.#waiting.delete(id);
    if (results) waiting.resolve(results);
    else waiting.reject(new Error(error));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
