import { loadFrameEncoder } from '@ser/classifiers';
import type { ChosenSettings } from '@ser/classifiers';
import { loadClassifier } from '@ser/models';
import type { Engine, EpochRecord } from '@ser/models';
import type { ExtractedClips } from '../features/extract.js';
import type { FoldPlace } from '../progress/runEvent.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { Stopwatch } from '../progress/stopwatch.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import type { Checkpoints } from './checkpoint/checkpoints.js';
import type { FinishedTraining, TrainingCheckpoint } from './checkpoint/trainingCheckpoint.js';
import { examplesOf } from './examplesOf.js';
import { fit } from './fit.js';
import type { Fitted } from './fit.js';
import { encodingOf } from './fitPreparation.js';
import type { FoldRows } from './foldRows.js';
import { fitNormalizer } from './normalize/fitNormalizer.js';
import { trainingRows } from './trainingRows.js';

export interface TrainOptions extends StepOptions {
  readonly engine: Engine;
  readonly stopwatch: Stopwatch;
  readonly checkpoints: Checkpoints;
}

export interface TrainFoldOptions extends TrainOptions {
  readonly place: FoldPlace;
  /** Whether the network is wanted when its test clips are predicted; whoever receives it disposes of it. */
  readonly keepNetwork: boolean;
}

/** Whose time the training and the prediction of a fold count towards. */
const partsOf = { main: ['train', 'evaluate'], source: ['sourceTrain', 'sourceEvaluate'] } as const;

/** What came of training on a fold. */
export interface TrainedFold {
  readonly history: readonly EpochRecord[];
  /** Of the test clips, row-major `[test.length, labels.length]`. */
  readonly probabilities: Float32Array;
  /** What a closed-form classifier chose on its training clips. */
  readonly choice?: ChosenSettings | undefined;
  /** The trained network, if it was to be kept. */
  readonly fitted?: Fitted;
}

/**
 * Trains on the training side of a fold and predicts its test side. A training that was begun before goes on after the
 * last epoch that was saved; one that is done is read back, and nothing of it is computed again.
 */
export async function trainFold(
  clips: ExtractedClips,
  recipe: SingleRecipe,
  rows: FoldRows,
  options: TrainFoldOptions,
): Promise<TrainedFold> {
  const { place, keepNetwork, stopwatch, checkpoints, onEvent } = options;
  const checkpoint = checkpoints.of(trainingName(place));
  const finished = await checkpoint.finished();
  if (finished) {
    onEvent?.({ type: 'resumed', ...place, epoch: finished.history.length, finished: true });
    return readBack(clips, recipe, rows, { ...options, finished });
  }
  const [training, evaluation] = partsOf[place.role];
  const fitted = await stopwatch.time(training, () => train(clips, recipe, rows, checkpoint, options));
  const { history, classifier } = fitted;
  const { choice } = classifier;
  const probabilities = await stopwatch.time(evaluation, () => predictTest(clips, rows, fitted));
  await checkpoint.finish({
    history,
    probabilities,
    choice,
    ...(keepNetwork && { network: { ...(await classifier.save()), ...fitted.encoding?.encoder.save() } }),
  });
  if (!keepNetwork) classifier.dispose();
  return { history, probabilities, choice, ...(keepNetwork && { fitted }) };
}

/** `main-1`, `main-1-ridge`: unique within a run. */
function trainingName({ role, index, member }: FoldPlace): string {
  return [role, index + 1, ...(member === undefined ? [] : [member])].join('-');
}

async function train(
  clips: ExtractedClips,
  recipe: SingleRecipe,
  rows: FoldRows,
  checkpoint: TrainingCheckpoint,
  { place, engine, signal, onEvent }: TrainFoldOptions,
): Promise<Fitted> {
  const { epochs } = recipe.training;
  const state = await checkpoint.state();
  if (state) onEvent?.({ type: 'resumed', ...place, epoch: state.epoch, finished: false });
  return fit(clips, recipe, {
    train: trainingRows(clips, rows.train),
    validation: rows.validation,
    engine,
    signal,
    checkpoint: { save: checkpoint.save },
    ...(state && { resume: state }),
    onEpoch: (record) => onEvent?.({ type: 'epoch', ...place, record, epochs }),
    onWarning: ({ code, message }) => onEvent?.({ type: 'warning', code, message }),
  });
}

async function predictTest(clips: ExtractedClips, { test }: FoldRows, fitted: Fitted): Promise<Float32Array> {
  if (test.length === 0) return new Float32Array();
  return fitted.classifier.predictProbabilities(examplesOf(clips, test, fitted));
}

async function readBack(
  clips: ExtractedClips,
  recipe: SingleRecipe,
  rows: FoldRows,
  { finished, engine, signal }: TrainFoldOptions & { readonly finished: FinishedTraining },
): Promise<TrainedFold> {
  const { network, ...trained } = finished;
  if (network === undefined) return trained;
  const train = trainingRows(clips, rows.train);
  const normalizer = fitNormalizer(clips, train, recipe.normalize);
  const encoding =
    recipe.encoding &&
    (await encodingOf(clips, recipe, { train, normalizer, encoder: loadFrameEncoder(network), signal }));
  const classifier = await loadClassifier(network, engine);
  return { ...trained, fitted: { normalizer, encoding, classifier, history: trained.history } };
}
