import type { ChosenSettings } from '@ser/classifiers';
import { meanProbabilities } from '@ser/classifiers';
import type { Scores } from '@ser/metrics';
import type { EpochRecord } from '@ser/models';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extract.js';
import type { SplitRole } from '../progress/splitRole.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import { predictionsOf } from './predict.js';
import type { ClipPrediction } from './predict.js';
import { score } from './score.js';
import type { TrainOptions } from './trainFold.js';
import { trainMembers } from './trainMembers.js';
import type { TrainingMember } from './trainingMember.js';

/** One fold, trained and tested. */
export interface FoldResult {
  readonly rows: FoldRows;
  /** By the mean of the members' probabilities. */
  readonly predictions: readonly ClipPrediction[];
  readonly scores: Scores;
  /** What came of each classifier by itself. */
  readonly members: readonly MemberResult[];
}

/** What came of one classifier in a fold. */
export interface MemberResult {
  /** Absent where there is no other. */
  readonly name?: string | undefined;
  readonly history: readonly EpochRecord[];
  readonly predictions: readonly ClipPrediction[];
  /** What a closed-form classifier chose on its training clips. */
  readonly choice?: ChosenSettings | undefined;
  /** The trained network, if it was to be kept; whoever receives it disposes of it. */
  readonly fitted?: Fitted | undefined;
}

export interface CrossValidateOptions extends TrainOptions {
  readonly role: SplitRole;
  /** Whether to hand the trained networks over; else each is disposed of once its test clips are predicted. */
  readonly keepNetworks: boolean;
}

/** Each fold by itself: fit every classifier on its training clips, then predict and score its test clips. */
export async function crossValidate(
  members: readonly TrainingMember[],
  folds: readonly FoldRows[],
  { role, keepNetworks, ...options }: CrossValidateOptions,
): Promise<readonly FoldResult[]> {
  const { onEvent } = options;
  const { pool, recipe } = members[0]!; // recordings and labels are the same for all
  const { labels } = recipe;
  const results: FoldResult[] = [];
  for (const [index, rows] of folds.entries()) {
    const place = { role, fold: rows.name, index, nFolds: folds.length };
    onEvent?.({ type: 'fold', ...place, ...sizesOf(pool, rows) });
    const trained = await trainMembers(members, rows, { ...options, place, keepNetwork: keepNetworks });
    const tell = (probabilities: Float32Array) =>
      predictionsOf(pool, probabilities, { test: rows.test, fold: rows.name, labels });
    const mean = meanProbabilities(
      trained.map(({ probabilities }) => probabilities),
      members.map(({ weight }) => weight),
    );
    const predictions = tell(mean);
    const scores = score(predictions, labels.length);
    onEvent?.({ type: 'scored', ...place, scores });
    results.push({
      rows,
      predictions,
      scores,
      members: trained.map(({ probabilities, ...others }, i) => ({
        name: members[i]!.name,
        predictions: tell(probabilities),
        ...others,
      })),
    });
  }
  return results;
}

function sizesOf({ utterances }: ExtractedClips, { train, test }: FoldRows) {
  const tested = test.map((row) => utterances[row]!);
  return { train: train.length, test: test.length, testSpeakers: speakersOf(tested, utterances) };
}
