import { segmentId } from '@ser/datasets';
import { csv } from '../files/csv.js';
import type { ClipPrediction } from '../training/predict.js';

/**
 * Predictions as a table: `path,corpus,speaker,fold,actual,predicted`, then `p_LABEL` for each label in the
 * model's order. The path of a part of a file ends with `#t=start,end`. Rows are sorted by corpus and path, so that equal predictions give equal bytes.
 */
export function predictionsCsv(predictions: readonly ClipPrediction[], labels: readonly string[]): string {
  const header = [
    'path',
    'corpus',
    'speaker',
    'fold',
    'actual',
    'predicted',
    ...labels.map((label) => `p_${label}`),
  ];
  const rows = [...predictions]
    .sort(byCorpusAndPath)
    .map(({ utterance, fold, actual, predicted, probabilities }) => [
      segmentId(utterance.path, utterance),
      utterance.corpus,
      utterance.speaker ?? '',
      fold,
      labels[actual],
      labels[predicted],
      ...probabilities,
    ]);
  return csv(header, rows);
}

/** By code unit, not by locale, so that the order is the same on every machine. */
function byCorpusAndPath({ utterance: a }: ClipPrediction, { utterance: b }: ClipPrediction): number {
  return compare(a.corpus, b.corpus) || compare(segmentId(a.path, a), segmentId(b.path, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
