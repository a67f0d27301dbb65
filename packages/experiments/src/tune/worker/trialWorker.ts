import { openEngine } from '@ser/models';
import { loadPlugins } from '../../plugins/loadPlugins.js';
import type { Recipe } from '../../recipe/recipe.js';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './messages.js';
import { toPlainError } from './plainError.js';
import { trialResult } from './trialResult.js';
import { TrialTrainer } from './trialTrainer.js';

// The program of a trial process, started by `WorkerPool`. It answers one request after the other, and ends with its parent.

let trainer: Promise<TrialTrainer> | undefined;

process.on('message', (request: WorkerRequest) => {
  if (request.type === 'train') return void answer(request.recipe).then(reply);
  trainer = prepare(request.setup);
  trainer.catch(() => {}); // reported by the first training
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches all processes of a terminal; the parent handles it.
process.on('SIGINT', () => {});

/** With the plugins of the search, whose files are the arguments. Always with one thread, so that results do not depend on the number of processes. */
async function prepare(setup: WorkerSetup): Promise<TrialTrainer> {
  await loadPlugins(process.argv.slice(2));
  return new TrialTrainer({ ...setup, engine: await openEngine(setup.engine, { threads: 1 }) });
}

async function answer(recipe: Recipe): Promise<WorkerReply> {
  try {
    const ready = await trainer!;
    const scores = ready.train(recipe, (epoch) => reply({ type: 'epoch', epoch }));
    return { type: 'trained', result: await trialResult(scores) };
  } catch (error) {
    return { type: 'error', error: toPlainError(error) };
  }
}

function reply(message: WorkerReply): void {
  process.send?.(message);
}
