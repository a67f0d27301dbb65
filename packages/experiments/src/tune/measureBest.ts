import { join } from 'node:path';
import { jsonText, runFiles } from '../files/runFolder.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { RunEvent } from '../progress/runEvent.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { run } from '../run/run.js';
import type { TuneOptions } from './tune.js';
import { readTuningFile, tuningFiles } from './tuningFolder.js';

/** Events that the search has told of before the run does. */
const told: readonly RunEvent['type'][] = ['engine', 'scanned', 'split'];

/**
 * Trains the best recipe on all speakers but those it tests, tests it, and leaves a whole run in `best/`. Where an
 * earlier sitting has begun that, it goes on; where it has finished, its figures stand: the test speakers are asked once.
 */
export async function measureBest(best: SingleRecipe, options: TuneOptions): Promise<RunMetrics> {
  const { data, engine, workers, signal, now, onEvent } = options;
  const read = (file: keyof typeof runFiles) => readTuningFile(options.out, tuningFiles.run, runFiles[file]);
  const isBegun = (await read('recipe')) === jsonText(best);
  const isFinished = isBegun && (await read('report')) !== undefined;
  if (isFinished) return JSON.parse((await read('metrics'))!) as RunMetrics;
  const { metrics } = await run(best, {
    ...{ data, engine, workers, signal, now },
    out: join(options.out, tuningFiles.run),
    resume: isBegun,
    onEvent: (event) => told.includes(event.type) || onEvent?.(event),
  });
  return metrics;
}
