import { fork, type ChildProcess } from 'node:child_process';
import { ExperimentError } from '../../errors.js';
import { loadedPlugins } from '../../plugins/loadedPlugins.js';
import type { Recipe } from '../../recipe/recipe.js';
import type { TrainingResult, WorkerReply, WorkerRequest, WorkerSetup } from './messages.js';
import { fromPlainError } from './plainError.js';
import { workerProgram } from './workerProgram.js';

interface Waiting {
  readonly resolve: (result: TrainingResult) => void;
  readonly reject: (error: Error) => void;
  readonly onEpoch: (epoch: number) => void;
}

/** How much of a process's standard error is kept, to report why it ended. */
const keptCharacters = 2000;

/** One process that trains one trial at a time. */
export class TrialProcess {
  readonly #child: ChildProcess;
  #waiting: Waiting | undefined;
  #lastOutput = '';
  #end: Error | undefined;

  constructor(setup: WorkerSetup) {
    const { file, execArgv } = workerProgram();
    this.#child = fork(file, [...loadedPlugins()], {
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr!.on('data', (text: Buffer) => {
      this.#lastOutput = (this.#lastOutput + text.toString()).slice(-keptCharacters);
    });
    this.#child.on('message', (reply: WorkerReply) => this.#receive(reply));
    this.#child.on('error', (cause) => this.#fail((this.#end ??= lost('could not be started', cause))));
    this.#child.on('close', (code, signal) => {
      this.#fail((this.#end ??= lost(endOf(code, signal), new Error(this.#lastOutput))));
    });
    this.#send({ type: 'setup', setup });
  }

  /** Trains a recipe; the process must be idle. */
  train(recipe: Recipe, onEpoch: (epoch: number) => void): Promise<TrainingResult> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) return reject(this.#end);
      this.#waiting = { resolve, reject, onEpoch };
      this.#send({ type: 'train', recipe });
    });
  }

  /** Ends the process immediately; everything it has finished is already saved. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #send(request: WorkerRequest): void {
    // The `close` event reports a process that has ended.
    this.#child.send(request, () => {});
  }

  #receive(reply: WorkerReply): void {
    if (reply.type === 'epoch') return this.#waiting?.onEpoch(reply.epoch);
    if (reply.type === 'error') return this.#fail(fromPlainError(reply.error));
    this.#waiting?.resolve(reply.result);
    this.#waiting = undefined;
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `ended with exit code ${code}` : `was terminated by ${signal}`;
}

function lost(how: string, cause: Error): ExperimentError {
  return new ExperimentError(
    'worker-failed',
    `A trial process ${how}. Finished trials are saved: run the same search again to continue, with fewer \`workers\` if it ran out of memory.`,
    { cause },
  );
}
