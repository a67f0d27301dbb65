import type { Executor } from '../executor/executor.js';
import { RunJobs } from '../executor/runJobs.js';
import { nClipJobs } from '../features/clipsInJobs.js';
import type { SplitRole } from '../progress/splitRole.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { FoldRows } from '../training/foldRows.js';
import type { FoldTraining } from '../training/trainInJobs.js';
import type { PreparedRun, RunPlan } from './prepareRun.js';

/** The features are the first jobs; their number is known before the first of them. */
export async function beginJobs(
  { recipe, listing }: RunPlan,
  executor: Executor,
  options: StepOptions,
): Promise<RunJobs> {
  const jobs = await RunJobs.begin(executor, options);
  const kinds = new Set(recipe.members.map(({ features }) => JSON.stringify(features)));
  jobs.expect(kinds.size * nClipJobs(listing.utterances.length));
  return jobs;
}

/** All trainings of a run, also that of the model to save. */
export function foldTrainings(
  { main, source, refit }: PreparedRun,
  keepClassifiers: boolean,
): readonly FoldTraining[] {
  const trainingsOf = (role: SplitRole, folds: readonly FoldRows[], keeps: boolean) =>
    folds.map((rows, index) => ({
      rows,
      place: { role, fold: rows.name, index, nFolds: folds.length },
      keepClassifiers: keeps,
    }));
  const nFolds = main.folds.length;
  const final = refit && {
    rows: refit,
    place: { role: 'main' as const, fold: refit.name, index: nFolds, nFolds },
    keepClassifiers: true,
  };
  return [
    ...trainingsOf('main', main.folds, keepClassifiers),
    ...(final ? [final] : []),
    ...trainingsOf('source', source?.folds ?? [], false),
  ];
}
