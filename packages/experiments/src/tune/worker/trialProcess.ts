import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { ExperimentError } from '../../errors.js';
import type { SingleRecipe } from '../../recipe/recipe.js';
import type { TrainingResult, WorkerReply, WorkerRequest, WorkerSetup } from './messages.js';
import { fromPlainError } from './plainError.js';
import { workerProgram } from './workerProgram.js';

interface Waiting {
  readonly resolve: (result: TrainingResult) => void;
  readonly reject: (error: Error) => void;
  readonly onEpoch: (epoch: number) => void;
}

/** How much of what a process says on standard error is kept, to tell why it died. */
const KEPT_CHARACTERS = 2000;

/** One process that trains one trial at a time. */
export class TrialProcess {
  readonly #child: ChildProcess;
  #waiting: Waiting | undefined;
  #lastWords = '';
  #end: Error | undefined;

  constructor(setup: WorkerSetup) {
    const { file, execArgv } = workerProgram();
    this.#child = fork(file, { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child.stderr!.on('data', (text: Buffer) => {
      this.#lastWords = (this.#lastWords + text.toString()).slice(-KEPT_CHARACTERS);
    });
    this.#child.on('message', (reply: WorkerReply) => this.#receive(reply));
    this.#child.on('error', (cause) => this.#fail((this.#end ??= lost('could not be started', cause))));
    this.#child.on('close', (code, signal) => {
      this.#fail((this.#end ??= lost(endOf(code, signal), new Error(this.#lastWords))));
    });
    this.#send({ type: 'setup', setup });
  }

  /** Trains a recipe; the process must be idle. */
  train(recipe: SingleRecipe, onEpoch: (epoch: number) => void): Promise<TrainingResult> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) return reject(this.#end);
      this.#waiting = { resolve, reject, onEpoch };
      this.#send({ type: 'train', recipe });
    });
  }

  /** Ends the process at once: it holds nothing that is not written elsewhere. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #send(request: WorkerRequest): void {
    // A process that is gone is told of by its `close`.
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
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}

function lost(how: string, cause: Error): ExperimentError {
  return new ExperimentError(
    'worker-failed',
    `A trial process ${how}. Finished trials are kept: run the same search again to go on, with fewer \`workers\` if memory is short.`,
    { cause },
  );
}
