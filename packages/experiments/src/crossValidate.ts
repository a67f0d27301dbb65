import type { Scores } from '@ser/metrics';
import type { Engine, EpochRecord } from '@ser/models';
import type { ExtractedClips } from './extract.js';
import { fit } from './fit.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import { predict } from './predict.js';
import type { ClipPrediction } from './predict.js';
import type { Recipe } from './recipe.js';
import { score } from './score.js';
import { speakersOf } from './speakersOf.js';
import type { StepOptions } from './stepOptions.js';
import type { Stopwatch } from './stopwatch.js';

/** One fold, trained and tested. */
export interface FoldResult {
  readonly rows: FoldRows;
  readonly history: readonly EpochRecord[];
  readonly predictions: readonly ClipPrediction[];
  readonly scores: Scores;
  /** The trained network, if it was to be kept; whoever receives it disposes of it. */
  readonly fitted?: Fitted;
}

export interface CrossValidateOptions extends StepOptions {
  readonly engine: Engine;
  readonly stopwatch: Stopwatch;
  /** Whether to hand the trained networks over; else each is disposed of once it is scored. */
  readonly keepNetworks: boolean;
}

/** Where a fold stands among all. */
interface Place {
  readonly fold: string;
  readonly index: number;
  readonly nFolds: number;
}

/** Each fold by itself: fit on its training clips, then predict and score its test clips. */
export async function crossValidate(
  clips: ExtractedClips,
  recipe: Recipe,
  folds: readonly FoldRows[],
  options: CrossValidateOptions,
): Promise<readonly FoldResult[]> {
  const results: FoldResult[] = [];
  for (const [index, rows] of folds.entries()) {
    const place = { fold: rows.name, index, nFolds: folds.length };
    const { fitted, ...result } = await runFold(clips, recipe, rows, place, options);
    if (!options.keepNetworks) fitted.classifier.dispose();
    results.push({ ...result, ...(options.keepNetworks && { fitted }) });
  }
  return results;
}

async function runFold(
  clips: ExtractedClips,
  recipe: Recipe,
  rows: FoldRows,
  place: Place,
  { engine, stopwatch, signal, onEvent }: CrossValidateOptions,
): Promise<FoldResult & { readonly fitted: Fitted }> {
  const { train, validation, test } = rows;
  const testSpeakers = speakersOf(
    test.map((row) => clips.utterances[row]!),
    clips.utterances,
  );
  onEvent?.({ type: 'fold', ...place, train: train.length, test: test.length, testSpeakers });
  const { epochs } = recipe.training;
  const fitted = await stopwatch.time('train', () =>
    fit(clips, recipe, {
      train,
      validation,
      engine,
      signal,
      onEpoch: (record) => onEvent?.({ type: 'epoch', ...place, record, epochs }),
      onWarning: ({ code, message }) => onEvent?.({ type: 'warning', code, message }),
    }),
  );
  const { labels } = recipe;
  const predictions = await stopwatch.time('evaluate', () =>
    predict(clips, fitted, { test, fold: rows.name, labels }),
  );
  const scores = score(predictions, labels.length);
  onEvent?.({ type: 'scored', ...place, scores });
  return { rows, history: fitted.history, predictions, scores, fitted };
}
