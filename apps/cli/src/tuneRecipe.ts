import type { Recipe, TuneOptions, TuneResult } from '@ser/experiments';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import { Interruption } from './interruption.js';
import type { EngineChoice } from './options/engine.js';
import { TuneProgress } from './show/tuneProgress.js';

export interface TuneRecipeOptions extends Omit<TuneOptions, 'engine' | 'signal' | 'onEvent' | 'now'> {
  readonly engine: EngineChoice;
}

/**
 * Runs a search and shows its progress.
 *
 * @throws {Interruption} on Ctrl-C, with the contents of the folder
 */
export async function tuneRecipe(
  io: CommandIo,
  recipe: Recipe,
  options: TuneRecipeOptions,
): Promise<TuneResult> {
  const { openEngine } = await import('@ser/models');
  const { tune } = await import('@ser/experiments');
  const progress = new TuneProgress(io);
  try {
    return await tune(recipe, {
      ...options,
      out: fromCwd(io, options.out),
      engine: await openEngine(options.engine),
      signal: io.signal,
      now: io.now,
      onEvent: progress.show,
    });
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw new Interruption(
      `Interrupted. \`${options.out}\` contains ${progress.nFinished} finished trainings. To continue, run the same command again.`,
    );
  } finally {
    progress.stop();
  }
}
