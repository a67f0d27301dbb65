import type { Scores } from '@ser/metrics';
import type { ClosedFormChoice, EpochRecord } from '@ser/models';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import type { SplitRole } from '../data/planSplits.js';
import { predictionsOf } from './predict.js';
import type { ClipPrediction } from './predict.js';
import type { Recipe } from '../recipe/recipe.js';
import { score } from './score.js';
import { speakersOf } from '../data/speakersOf.js';
import { trainFold } from './trainFold.js';
import type { TrainOptions } from './trainFold.js';

/** One fold, trained and tested. */
export interface FoldResult {
  readonly rows: FoldRows;
  readonly history: readonly EpochRecord[];
  readonly predictions: readonly ClipPrediction[];
  readonly scores: Scores;
  /** What a closed-form classifier chose on its training clips. */
  readonly choice?: ClosedFormChoice | undefined;
  /** The trained network, if it was to be kept; whoever receives it disposes of it. */
  readonly fitted?: Fitted;
}

export interface CrossValidateOptions extends TrainOptions {
  readonly role: SplitRole;
  /** Whether to hand the trained networks over; else each is disposed of once its test clips are predicted. */
  readonly keepNetworks: boolean;
}

/** Each fold by itself: fit on its training clips, then predict and score its test clips. */
export async function crossValidate(
  clips: ExtractedClips,
  recipe: Recipe,
  folds: readonly FoldRows[],
  { role, keepNetworks, ...options }: CrossValidateOptions,
): Promise<readonly FoldResult[]> {
  const { onEvent } = options;
  const { labels } = recipe;
  const results: FoldResult[] = [];
  for (const [index, rows] of folds.entries()) {
    const place = { role, fold: rows.name, index, nFolds: folds.length };
    onEvent?.({ type: 'fold', ...place, ...sizesOf(clips, rows) });
    const trained = await trainFold(clips, recipe, rows, { ...options, place, keepNetwork: keepNetworks });
    const { history, probabilities, choice, fitted } = trained;
    const { test, name: fold } = rows;
    const predictions = predictionsOf(clips, probabilities, { test, fold, labels });
    const scores = score(predictions, labels.length);
    onEvent?.({ type: 'scored', ...place, scores });
    results.push({ rows, history, predictions, scores, choice, ...(fitted && { fitted }) });
  }
  return results;
}

function sizesOf({ utterances }: ExtractedClips, { train, test }: FoldRows) {
  const tested = test.map((row) => utterances[row]!);
  return { train: train.length, test: test.length, testSpeakers: speakersOf(tested, utterances) };
}
