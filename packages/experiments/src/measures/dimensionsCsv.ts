import { segmentId } from '@ser/datasets';
import { csv } from '../files/csv.js';
import type { DimensionResults } from '../training/predictDimensions.js';

/**
 * Predicted values as a table: `path,corpus,speaker,fold`, then for each dimension its actual and its predicted value,
 * `arousal,predicted_arousal`. Rows are in the order of the folds.
 */
export function dimensionsCsv({ names, predictions }: DimensionResults): string {
  const header = [
    ...['path', 'corpus', 'speaker', 'fold'],
    ...names.flatMap((name) => [name, `predicted_${name}`]),
  ];
  const rows = predictions.map(({ utterance, fold, actual, predicted }) => [
    segmentId(utterance.path, utterance),
    utterance.corpus,
    utterance.speaker ?? '',
    fold,
    ...names.flatMap((_, i) => [actual[i]!, predicted[i]!]),
  ]);
  return csv(header, rows);
}
