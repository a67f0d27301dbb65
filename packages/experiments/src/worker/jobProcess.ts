import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { JobProgress } from '../executor/executor.js';
import { ExperimentError } from '../errors.js';
import { loadedPlugins } from '../plugins/loadedPlugins.js';
import { fromPlainError } from '../tune/worker/plainError.js';
import type { Computed } from './jobComputer.js';
import type { JobReply, JobRequest } from './jobMessages.js';

export interface JobProcessOptions {
  /** Stops the process at once. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

interface Waiting {
  readonly resolve: (computed: Computed) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** How much of a process's standard error is kept, to report why it ended. */
const keptCharacters = 2000;

/**
 * A process that computes jobs, so that this one stays free: to renew leases, and to stop a job at any moment. It is started
 * for the first job, and again after it has ended.
 */
export class JobProcess {
  #child: ChildProcess | undefined;
  #waiting: Waiting | undefined;
  #lastOutput = '';

  /**
   * Computes a job; the process must be idle.
   *
   * @throws {SerError} `worker-failed` if the process ends; the signal's reason; any error of `JobComputer.compute`
   */
  async compute(request: JobRequest, { signal, onProgress }: JobProcessOptions = {}): Promise<Computed> {
    signal?.throwIfAborted();
    const child = (this.#child ??= this.#start());
    const stop = () => {
      this.#fail(signal!.reason as Error);
      this.kill();
    };
    signal?.addEventListener('abort', stop);
    try {
      return await new Promise<Computed>((resolve, reject) => {
        this.#waiting = { resolve, reject, onProgress };
        child.send(request, () => undefined); // the `close` event reports a process that has ended
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the process immediately; everything it has finished is already in the store. */
  kill(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const { file, execArgv } = jobProgram();
    const child = fork(file, [...loadedPlugins()], {
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#lastOutput = '';
    child.stderr!.on('data', (text: Buffer) => {
      this.#lastOutput = (this.#lastOutput + text.toString()).slice(-keptCharacters);
    });
    child.on('message', (reply: JobReply) => {
      if (child === this.#child) this.#receive(reply);
    });
    child.on('error', (cause) => this.#end(child, 'could not be started', cause));
    child.on('close', (code, signal) => {
      const how = signal === null ? `ended with exit code ${code}` : `was terminated by ${signal}`;
      this.#end(child, how, new Error(this.#lastOutput));
    });
    return child;
  }

  #receive(reply: JobReply): void {
    if (reply.type === 'progress') return this.#waiting?.onProgress?.(reply.progress);
    if (reply.type === 'error') return this.#fail(fromPlainError(reply.error));
    this.#waiting?.resolve(reply.computed);
    this.#waiting = undefined;
  }

  #end(child: ChildProcess, how: string, cause: Error): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    this.#fail(
      new ExperimentError('worker-failed', `A computing process ${how}. ${cause.message}`.trim(), { cause }),
    );
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** The program: in the same folder as this module, both in the built package and in the sources, which need tsx. */
function jobProgram(): { readonly file: string; readonly execArgv: readonly string[] } {
  const here = fileURLToPath(import.meta.url);
  const extension = extname(here);
  const file = join(dirname(here), `jobProgram${extension}`);
  if (extension !== '.ts') return { file, execArgv: process.execArgv };
  const tsx = pathToFileURL(createRequire(here).resolve('tsx')).href;
  return { file, execArgv: ['--conditions=@ser/source', '--import', tsx] };
}
