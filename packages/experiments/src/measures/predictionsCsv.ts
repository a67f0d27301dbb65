import { segmentId } from '@ser/datasets';
import { csvParts, type Cell } from '../files/csv.js';
import type { ClipPrediction } from '../training/predict.js';

/**
 * Predictions as a table: `path,corpus,speaker,fold,actual,predicted`, then `p_LABEL` for each label in the
 * model's order. The path of a part of a file ends with `#t=start,end`. Rows are sorted by corpus and path, so that equal predictions give equal bytes.
 *
 * @returns the text in parts: a table may have hundreds of thousands of rows
 */
export function predictionsCsv(
  predictions: readonly ClipPrediction[],
  labels: readonly string[],
): Iterable<string> {
  const header = [
    'path',
    'corpus',
    'speaker',
    'fold',
    'actual',
    'predicted',
    ...labels.map((label) => `p_${label}`),
  ];
  return csvParts(header, rowsOf(predictions, labels));
}

function* rowsOf(
  predictions: readonly ClipPrediction[],
  labels: readonly string[],
): Generator<readonly Cell[]> {
  const named = predictions.map((prediction) => {
    const { utterance } = prediction;
    return { ...prediction, corpus: utterance.corpus, path: segmentId(utterance.path, utterance) };
  });
  named.sort((a, b) => compare(a.corpus, b.corpus) || compare(a.path, b.path));
  for (const { path, corpus, utterance, fold, actual, predicted, probabilities } of named) {
    const { speaker = '' } = utterance;
    yield [path, corpus, speaker, fold, labels[actual], labels[predicted], ...probabilities];
  }
}

/** By code unit, not by locale, so that the order is the same on every machine. */

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
