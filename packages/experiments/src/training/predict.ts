import type { Utterance } from '@ser/datasets';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { Fitted } from './fit.js';
import { predictRows } from './predictRows.js';

/** The prediction for one test clip. */
export interface ClipPrediction {
  readonly utterance: Utterance;
  /** Name of the fold that tested the clip. */
  readonly fold: string;
  /** Index of the true label. */
  readonly actual: number;
  /** Index of the most likely label; the first of equals. */
  readonly predicted: number;
  /** One probability per label, in the model's order. */
  readonly probabilities: Float32Array;
}

export interface PredictOptions {
  /** Rows to predict. */
  readonly test: readonly number[];
  readonly fold: string;
  readonly labels: readonly string[];
}

/**
 * Predicts the test clips of a fold.
 *
 * @param clips the clips of which some were used to fit the classifier
 */
export async function predict(
  clips: ExtractedClips,
  fitted: Omit<Fitted, 'history'>,
  options: PredictOptions,
): Promise<readonly ClipPrediction[]> {
  const probabilities = await predictRows(clips, options.test, fitted);
  return predictionsOf(clips, probabilities, options);
}

/** @param all probabilities of the test clips, row-major `[test.length, labels.length]` */
export function predictionsOf(
  { utterances }: Pick<ExtractedClips, 'utterances'>,
  all: Float32Array,
  { test, fold, labels }: PredictOptions,
): readonly ClipPrediction[] {
  return test.map((row, index) => {
    const utterance = utterances[row]!;
    const probabilities = all.subarray(index * labels.length, (index + 1) * labels.length);
    const actual = labels.indexOf(utterance.emotion);
    return { utterance, fold, actual, predicted: mostLikely(probabilities), probabilities };
  });
}

/** Index of the largest probability; the first of equals. */
export function mostLikely(probabilities: Float32Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
