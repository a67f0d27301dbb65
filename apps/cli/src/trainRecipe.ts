import { readdir } from 'node:fs/promises';
import type { DataFolder, Recipe, RecipeOverrides, RunEvent, RunResult } from '@ser/experiments';
import type { Executor } from '@ser/experiments/executor';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import { Interruption } from './interruption.js';
import type { EngineChoice } from './options/engine.js';
import { RunProgress } from './show/runProgress.js';

export interface TrainRecipeOptions {
  readonly recipe: Recipe;
  /** What the command line changes in the recipe. */
  readonly overrides: RecipeOverrides;
  readonly data: readonly DataFolder[];
  /** The run folder, as typed. */
  readonly out: string;
  readonly engine: EngineChoice;
  /** Whether to resume the interrupted run in `out`. @default false */
  readonly resume?: boolean;
  /** Whether to replace the run in `out`. @default false */
  readonly overwrite?: boolean;
  /** Threads that compute features. @default 1 */
  readonly workers?: number;
  /** Whether to report which features indicate each emotion. @default false */
  readonly explain?: boolean;
  /** The feature cache folder, as typed. @default no cache */
  readonly cache?: string;
  /** Computes on other machines. @default this machine */
  readonly executor?: Executor | undefined;
  /** The command line that was typed, for the report. */
  readonly command: string;
  /** Called with each event, in addition to the progress on standard error. */
  readonly onEvent?: (event: RunEvent) => void;
}

/**
 * Runs an experiment and shows its progress; all commands use it to get from a recipe to a run folder.
 *
 * @throws {Interruption} on Ctrl-C, with the contents of the run folder
 */
export async function trainRecipe(io: CommandIo, options: TrainRecipeOptions): Promise<RunResult> {
  const {
    recipe,
    overrides,
    data,
    out,
    cache,
    command,
    executor,
    explain = false,
    resume = false,
    overwrite = false,
    workers = 1,
    onEvent,
  } = options;
  const { openEngine } = await import('@ser/models');
  const { run } = await import('@ser/experiments');
  const progress = new RunProgress(io);
  try {
    return await run(recipe, {
      ...overrides,
      data,
      out: fromCwd(io, out),
      engine: await openEngine(options.engine),
      resume,
      overwrite,
      workers,
      explain,
      command,
      executor,
      ...(cache !== undefined && { cache: fromCwd(io, cache) }),
      signal: io.signal,
      now: io.now,
      onEvent(event) {
        progress.show(event);
        onEvent?.(event);
      },
    });
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw new Interruption(await keptIn(io, out));
  } finally {
    progress.stop();
  }
}

async function keptIn(io: CommandIo, out: string): Promise<string> {
  const names = await readdir(fromCwd(io, out)).catch((): string[] => []);
  if (names.length === 0) return `Interrupted. Nothing was written to \`${out}\`.`;
  const advice = names.includes('checkpoints') ? ' To continue, run the same command with `--resume`.' : '';
  return `Interrupted. \`${out}\` contains ${names.sort().join(', ')}.${advice}`;
}
