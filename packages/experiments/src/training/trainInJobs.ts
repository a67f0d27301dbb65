import type { Engine } from '@ser/models';
import { environmentOf } from '../executor/environment.js';
import { inOrder, type NewJob, type RunJobs } from '../executor/runJobs.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import { packClips } from '../features/clipResults.js';
import type { FoldPlace } from '../progress/runEvent.js';
import type { Member, Recipe } from '../recipe/recipe.js';
import { type TrainingHeader, unpackTraining } from './checkpoint/storedTraining.js';
import type { FoldRows } from './foldRows.js';
import { trainingName, type TrainingMember, type TrainingRecords } from './trainFold.js';

/** The training of all members on a fold. */
export interface FoldTraining {
  readonly rows: FoldRows;
  readonly place: FoldPlace;
  /** Whether the classifiers are needed afterwards. */
  readonly keepClassifiers: boolean;
}

/** What a worker needs to train one member on one fold. */
export interface TrainTask {
  readonly member: Member;
  readonly recipe: Pick<Recipe, 'labels' | 'seed'>;
  readonly rows: FoldRows;
  readonly place: FoldPlace;
  readonly keepClassifiers: boolean;
  readonly engine: Engine['name'];
  readonly threads: number;
  /** SHA-256 of the features in the store. */
  readonly clips: string;
}

export interface TrainInJobsOptions {
  readonly recipe: Pick<Recipe, 'labels' | 'seed'>;
  readonly engine: Engine;
  readonly checkpoints: TrainingRecords;
}

/**
 * Has all folds of a run trained by an executor. Each result becomes a finished training in the checkpoints of the run,
 * from which the run continues as if it had been interrupted after the last training.
 */
export async function trainInJobs(
  members: readonly TrainingMember[],
  folds: readonly FoldTraining[],
  jobs: RunJobs,
  { recipe, engine, checkpoints }: TrainInJobsOptions,
): Promise<void> {
  const places = new Map<ExtractedClips, string>();
  const trainings: { readonly name: string; readonly job: NewJob }[] = [];
  const environment = await environmentOf(engine);
  for (const { place, ...fold } of folds) {
    for (const { pool, ...member } of members) {
      const at = { ...place, member: member.name };
      const name = trainingName(at);
      if (await checkpoints.of(name).finished()) continue;
      const clips = places.get(pool) ?? (await jobs.executor.store.add(packClips(pool)));
      places.set(pool, clips);
      const { labels, seed } = recipe;
      const how = { member, recipe: { labels, seed }, ...fold, engine: environment.engine };
      const { threads = 1 } = environment;
      const task: TrainTask = { ...how, place: at, engine: engine.name, threads, clips };
      const ids = [at.role, at.fold, at.member];
      trainings.push({ name, job: { kind: 'train', ids, contents: [clips], how, seed, environment, task } });
    }
  }
  jobs.expect(trainings.length);
  const { ahead } = jobs.executor;
  const finished = inOrder(trainings, ahead, async ({ name, job }) => {
    const results = unpackTraining(await jobs.result<TrainingHeader>(job));
    await checkpoints.of(name).finish(results);
  });
  while (!(await finished.next()).done);
}
