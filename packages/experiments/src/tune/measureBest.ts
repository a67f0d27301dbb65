import { join } from 'node:path';
import { jsonText, runFiles } from '../files/runFolder.js';
import { refuseDamaged } from '../files/sealed.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { RunEvent } from '../progress/runEvent.js';
import type { Recipe } from '../recipe/recipe.js';
import { run } from '../run/run.js';
import { UnfinishedRun } from '../run/unfinishedRun.js';
import type { TuneOptions } from './tune.js';
import { readTuningFile, tuningFiles } from './tuningFolder.js';
import { clipCache } from './worker/sharedClips.js';

/** Events of the run that the search has already sent. */
const alreadySent: readonly RunEvent['type'][] = ['engine', 'scanned', 'split'];

/**
 * Trains the best recipe on all speakers except the test speakers, tests it, and writes a complete run to `best/`. It
 * resumes a run of an earlier session, and reads the scores of a finished one: the test speakers are used once.
 */
export async function measureBest(best: Recipe, options: TuneOptions): Promise<RunMetrics> {
  const { data, engine, workers, executor, signal, now, onEvent } = options;
  const read = (file: keyof typeof runFiles) => readTuningFile(options.out, tuningFiles.run, runFiles[file]);
  const isBegun = (await read('recipe')) === jsonText(best);
  const isFinished = isBegun && (await read('report')) !== undefined;
  const out = join(options.out, tuningFiles.run);
  if (isFinished) return metricsIn(out, await read('metrics'));
  const unfinished = await UnfinishedRun.find(out);
  const resume = unfinished?.isOf(best) ?? false;
  const { metrics } = await run(best, {
    ...{ data, engine, workers, executor, signal, now },
    ...{ out, resume, overwrite: !resume },
    ...(!executor && { cache: clipCache(join(options.out, tuningFiles.features)) }),
    onEvent: (event) => alreadySent.includes(event.type) || onEvent?.(event),
  });
  return metrics;
}

/** @throws {SerError} `damaged-checkpoint` */
function metricsIn(run: string, text: string | undefined): RunMetrics {
  const fix = `Delete the folder \`${run}\`, then run the same search again to test the best recipe.`;
  const file = join(run, runFiles.metrics);
  try {
    return (
      (text === undefined ? undefined : (JSON.parse(text) as RunMetrics | null)) ?? refuseDamaged(file, fix)
    );
  } catch {
    return refuseDamaged(file, fix);
  }
}
