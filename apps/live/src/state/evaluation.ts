import { confusionMatrix, uar } from '@ser/metrics';
import type { NamedFile } from '../model/droppedModel.js';

/** A recording whose name has a label of the model. */
export interface LabeledFile {
  readonly file: Blob;
  readonly label: string;
}

/** The result of an evaluation. */
export interface Report {
  /** Labels that occur, in the model's order. */
  readonly labels: readonly string[];
  /** `matrix[actual][recognized]`. */
  readonly matrix: readonly (readonly number[])[];
  readonly uar: number;
  /** The 95% interval. */
  readonly low: number;
  readonly high: number;
  readonly nClips: number;
}

/** Audio files whose folder or name has a label of the model, as a word of its own. */
export function labeledFiles(files: readonly NamedFile[], labels: readonly string[]): readonly LabeledFile[] {
  return files.flatMap(({ path, file }) => {
    const words = path
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .reverse();
    const word = words.find((candidate) => labels.some((label) => label.toLowerCase() === candidate));
    const label = labels.find((known) => known.toLowerCase() === word);
    return label === undefined ? [] : [{ file, label }];
  });
}

/**
 * Confusions and the unweighted average recall, with the interval of Jeffreys for each recall and a normal approximation of
 * their mean.
 */
export function reportOf(
  answers: readonly { readonly actual: string; readonly recognized: string }[],
  modelLabels: readonly string[],
): Report {
  const occurring = new Set(answers.flatMap(({ actual, recognized }) => [actual, recognized]));
  const labels = [...modelLabels.filter((label) => occurring.has(label))];
  for (const label of occurring) if (!labels.includes(label)) labels.push(label);
  const outcome = {
    actual: answers.map(({ actual }) => labels.indexOf(actual)),
    predicted: answers.map(({ recognized }) => labels.indexOf(recognized)),
    nClasses: labels.length,
  };
  const matrix = confusionMatrix(outcome);
  const value = uar(outcome);
  return { labels, matrix, uar: value, ...intervalOf(matrix, value), nClips: answers.length };
}

/** @see Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", 2001 */
function intervalOf(matrix: readonly (readonly number[])[], value: number): { low: number; high: number } {
  const rows = matrix.flatMap((row, i) => {
    const n = row.reduce((sum, count) => sum + count, 0);
    return n === 0 ? [] : [{ n, mean: (row[i]! + 0.5) / (n + 1) }];
  });
  const center = rows.reduce((sum, { mean }) => sum + mean, 0) / rows.length;
  const variance =
    rows.reduce((sum, { n, mean }) => sum + (mean * (1 - mean)) / (n + 2), 0) / rows.length ** 2;
  const margin = 1.96 * Math.sqrt(variance);
  return {
    low: Math.max(0, Math.min(value, center - margin)),
    high: Math.min(1, Math.max(value, center + margin)),
  };
}
