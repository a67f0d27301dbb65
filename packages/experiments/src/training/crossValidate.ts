import { meanProbabilities, type ChosenSettings } from '@ser/classifiers';
import type { Scores } from '@ser/metrics';
import type { EpochRecord } from '@ser/models';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { SplitRole } from '../progress/splitRole.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import { predictionsOf, type ClipPrediction } from './predict.js';
import { score } from './score.js';
import { trainFold, type TrainingMember, type TrainOptions } from './trainFold.js';

/** One fold, trained and tested. */
export interface FoldResult {
  readonly rows: FoldRows;
  /** By the mean of the members' probabilities. */
  readonly predictions: readonly ClipPrediction[];
  readonly scores: Scores;
  /** The results of each member alone. */
  readonly members: readonly MemberResult[];
}

/** The results of one member in a fold. */
export interface MemberResult {
  readonly name: string;
  readonly history: readonly EpochRecord[];
  readonly predictions: readonly ClipPrediction[];
  /** The settings that a classifier chose on its training clips. */
  readonly choice?: ChosenSettings | undefined;
  /** The trained classifier, if it was to be kept; the caller disposes of it. */
  readonly fitted?: Fitted | undefined;
}

export interface CrossValidateOptions extends TrainOptions {
  readonly role: SplitRole;
  /** Whether to return the trained classifiers; otherwise each is disposed of after predicting its test clips. */
  readonly keepClassifiers: boolean;
}

/** For each fold: fits every member on the training clips, then predicts and scores the test clips. */
export async function crossValidate(
  members: readonly TrainingMember[],
  folds: readonly FoldRows[],
  { role, ...options }: CrossValidateOptions,
): Promise<readonly FoldResult[]> {
  const { onEvent } = options;
  const { labels } = options.recipe;
  const { pool } = members[0]!; // recordings have the same rows for all members
  const results: FoldResult[] = [];
  for (const [index, rows] of folds.entries()) {
    const place = { role, fold: rows.name, index, nFolds: folds.length };
    onEvent?.({ type: 'fold', ...place, ...sizesOf(pool, rows) });
    const trained = await trainFold(members, rows, { ...options, place });
    const predict = (probabilities: Float32Array) =>
      predictionsOf(pool, probabilities, { test: rows.test, fold: rows.name, labels });
    const mean = meanProbabilities(
      trained.map(({ probabilities }) => probabilities),
      members.map(({ weight }) => weight),
    );
    const predictions = predict(mean);
    const scores = score(predictions, labels.length);
    onEvent?.({ type: 'scored', ...place, scores });
    const memberResults = trained.map(({ probabilities, ...others }, i) => ({
      name: members[i]!.name,
      predictions: predict(probabilities),
      ...others,
    }));
    results.push({ rows, predictions, scores, members: memberResults });
  }
  return results;
}

function sizesOf({ utterances }: ExtractedClips, { train, test }: FoldRows) {
  const tested = test.map((row) => utterances[row]!);
  return { train: train.length, test: test.length, testSpeakers: speakersOf(tested, utterances) };
}
