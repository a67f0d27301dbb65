import { SerError } from '@ser/core';
import { openEngine } from '@ser/models';
import type { SingleRecipe } from '../../recipe/recipe.js';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './messages.js';
import { toPlainError } from './plainError.js';
import { TrialTrainer } from './trialTrainer.js';

// The program of a trial process, started by `WorkerPool`: it answers each request in turn, and ends with its parent.

/** What values of hyperparameters can bring about: networks that cannot be built, or that training blows up. */
const faultsOfValues: ReadonlySet<string> = new Set([
  'diverged',
  'invalid-network',
  'invalid-option',
  'shape-mismatch',
]);

let trainer: Promise<TrialTrainer> | undefined;

process.on('message', (request: WorkerRequest) => {
  if (request.type === 'train') return void answer(request.recipe).then(reply);
  trainer = prepare(request.setup);
  trainer.catch(() => {}); // told of when the first training asks for it
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches all processes of a terminal; the parent decides what comes of it.
process.on('SIGINT', () => {});

/** With one thread, whatever the number of processes: results must not depend on it. */
async function prepare(setup: WorkerSetup): Promise<TrialTrainer> {
  return new TrialTrainer({ ...setup, engine: await openEngine(setup.engine, { threads: 1 }) });
}

async function answer(recipe: SingleRecipe): Promise<WorkerReply> {
  try {
    const scores = await (await trainer!).train(recipe, (epoch) => reply({ type: 'epoch', epoch }));
    return { type: 'trained', result: { scores } };
  } catch (error) {
    if (error instanceof SerError && faultsOfValues.has(error.code)) {
      return { type: 'trained', result: { failure: { code: error.code, message: error.message } } };
    }
    return { type: 'error', error: toPlainError(error) };
  }
}

function reply(message: WorkerReply): void {
  process.send?.(message);
}
