import {
  loadFrameEncoder,
  type ChosenSettings,
  type Classifier,
  type ClassifierFiles,
} from '@ser/classifiers';
import { loadClassifier, type Engine, type EpochRecord } from '@ser/models';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { FoldPlace } from '../progress/runEvent.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { Stopwatch } from '../progress/stopwatch.js';
import type { Member, Recipe } from '../recipe/recipe.js';
import type { FinishedTraining, TrainingRecord } from './checkpoint/trainingCheckpoint.js';
import { fit, type Fitted } from './fit.js';
import { encodingOf } from './fitPreparation.js';
import type { FoldRows } from './foldRows.js';
import { predictRows } from './predictRows.js';
import { fitNormalizer } from './normalize/fitNormalizer.js';
import { trainingRows } from './trainingRows.js';

/** A member with the clips to train and test it on. */
export interface TrainingMember extends Member {
  /** The recordings, with the same rows for every member, followed by the member's augmented copies. */
  readonly pool: ExtractedClips;
}

/** What is kept of the trainings of a run. */
export interface TrainingRecords {
  /** @param name name of a training, unique within the run */
  readonly of: (name: string) => TrainingRecord;
}

export interface TrainOptions extends StepOptions {
  readonly recipe: Pick<Recipe, 'labels' | 'seed'>;
  readonly engine: Engine;
  readonly stopwatch: Stopwatch;
  readonly checkpoints: TrainingRecords;
}

export interface TrainFoldOptions extends TrainOptions {
  readonly place: FoldPlace;
  /** Whether to keep the classifiers after predicting the test clips; the caller then disposes of them. */
  readonly keepClassifiers: boolean;
}

/** A member, trained on a fold. */
export interface TrainedMember {
  readonly history: readonly EpochRecord[];
  /** Probabilities of the test clips, row-major `[test.length, labels.length]`. */
  readonly probabilities: Float32Array;
  /** The settings that a classifier chose on its training clips. */
  readonly choice?: ChosenSettings | undefined;
  /** The trained classifier, if it was to be kept. */
  readonly fitted?: Fitted;
}

/** The parts of the run whose time training and prediction count toward. */
const partsOf = { main: ['train', 'evaluate'], source: ['sourceTrain', 'sourceEvaluate'] } as const;

/**
 * Trains each member on the training side of a fold, one after the other, and predicts the test side.
 *
 * @returns one result per member, in the same order
 */
export async function trainFold(
  members: readonly TrainingMember[],
  rows: FoldRows,
  options: TrainFoldOptions,
): Promise<readonly TrainedMember[]> {
  const trained: TrainedMember[] = [];
  try {
    for (const member of members) {
      const place = { ...options.place, member: member.name };
      trained.push(await trainMember(member, rows, { ...options, place }));
    }
  } catch (error) {
    for (const { fitted } of trained) fitted?.classifier.dispose();
    throw error;
  }
  return trained;
}

/** Resumes an interrupted training after its last saved epoch, and reads the result of a finished one. */
async function trainMember(
  member: TrainingMember,
  rows: FoldRows,
  options: TrainFoldOptions,
): Promise<TrainedMember> {
  const { place, keepClassifiers, stopwatch, checkpoints, onEvent } = options;
  const checkpoint = checkpoints.of(trainingName(place));
  const finished = await checkpoint.finished();
  if (finished) {
    onEvent?.({ type: 'resumed', ...place, epoch: finished.history.length, finished: true });
    return readBack(member, rows, { ...options, finished });
  }
  const [training, evaluation] = partsOf[place.role];
  const fitted = await stopwatch.time(training, () => train(member, rows, checkpoint, options));
  const { history, classifier, choice } = fitted;
  const probabilities = await stopwatch.time(evaluation, () => predictTest(member, rows, fitted));
  await checkpoint.finish({
    history,
    probabilities,
    choice,
    ...(keepClassifiers && {
      network: { ...(await classifier.save()), ...fitted.encoding?.encoder.save() },
    }),
  });
  if (!keepClassifiers) classifier.dispose();
  return { history, probabilities, choice, ...(keepClassifiers && { fitted }) };
}

/** `main-1-ridge`: unique within a run. */
export function trainingName({ role, index, member }: FoldPlace): string {
  return [role, index + 1, member].join('-');
}

async function train(
  member: TrainingMember,
  rows: FoldRows,
  checkpoint: TrainingRecord,
  { recipe: { labels, seed }, place, engine, signal, onEvent }: TrainFoldOptions,
): Promise<Fitted> {
  const { epochs } = member.training;
  const state = await checkpoint.state();
  if (state) onEvent?.({ type: 'resumed', ...place, epoch: state.epoch, finished: false });
  return fit(member.pool, member, {
    train: trainingRows(member.pool, rows.train),
    validation: rows.validation,
    ...{ labels, seed, engine, signal },
    checkpoint: { save: checkpoint.save },
    ...(state && { resume: state }),
    onProgress: (done, total) => onEvent?.({ type: 'fitting', ...place, done, total }),
    onEpoch: (record) => onEvent?.({ type: 'epoch', ...place, record, epochs }),
    onWarning: ({ code, message }) => onEvent?.({ type: 'warning', code, message }),
  });
}

async function predictTest(
  { pool }: TrainingMember,
  { test }: FoldRows,
  fitted: Fitted,
): Promise<Float32Array> {
  if (test.length === 0) return new Float32Array();
  return predictRows(pool, test, fitted);
}

async function readBack(
  { pool, normalize, encoding }: TrainingMember,
  rows: FoldRows,
  { finished, engine, signal }: TrainFoldOptions & { readonly finished: FinishedTraining },
): Promise<TrainedMember> {
  const { network, ...results } = finished;
  if (network === undefined) return results;
  const train = trainingRows(pool, rows.train);
  const normalizer = fitNormalizer(pool, train, normalize);
  const restored =
    encoding &&
    (await encodingOf(pool, normalize, { train, normalizer, encoder: loadFrameEncoder(network), signal }));
  const classifier = savedAs(await loadClassifier(network, engine), network, restored?.encoder.save());
  const { history, choice } = results;
  return { ...results, fitted: { normalizer, encoding: restored, classifier, history, choice } };
}

/** A loaded classifier that saves the files it was loaded from: a classifier of another kind would describe itself differently. */
function savedAs(
  classifier: Classifier,
  network: ClassifierFiles,
  encoder: ClassifierFiles = {},
): Classifier {
  const own = Object.entries(network).filter(([name]) => !(name in encoder));
  return {
    inputShape: classifier.inputShape,
    nClasses: classifier.nClasses,
    predictProbabilities: (x) => classifier.predictProbabilities(x),
    save: () => Promise.resolve(Object.fromEntries(own)),
    dispose: () => classifier.dispose(),
  };
}
