import { type ConfusionMatrix, normalizeRows } from '@ser/metrics';
import { invalidOption } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { formatShare } from '../drawing/formatShare.js';
import { ChartError } from '../errors.js';

export interface ConfusionMatrixData {
  /** Counts of shape `[nClasses, nClasses]`, row = actual, as from `confusionMatrix` of `@ser/metrics`. */
  readonly matrix: ConfusionMatrix;
  /** The name of each class, in the order of the matrix. */
  readonly labels: readonly string[];
}

/** One cell of the matrix. */
export interface MatrixCell {
  /** Index of the true class, and of the predicted one. */
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Share of the row, in `[0, 1]`. */
  readonly share: number;
}

export interface ConfusionMatrixModel extends ChartModel {
  readonly labels: readonly string[];
  readonly cells: readonly MatrixCell[];
}

export function confusionMatrixModel(
  { matrix, labels }: ConfusionMatrixData,
  { title = 'Confusion matrix' }: TitleOption,
): ConfusionMatrixModel {
  checkMatrix(matrix, labels);
  const shares = normalizeRows(matrix);
  const cells = matrix.flatMap((row, actual) =>
    row.map((count, predicted) => ({ actual, predicted, count, share: shares[actual]![predicted]! })),
  );
  return {
    title,
    description: describe(cells, labels),
    rows: cells.map(({ actual, predicted, ...cell }) => ({
      ...{ actual: labels[actual]!, predicted: labels[predicted]! },
      ...cell,
    })),
    labels,
    cells,
  };
}

function describe(cells: readonly MatrixCell[], labels: readonly string[]): string {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const recalls = labels.map((label, actual) => {
    const row = cells.filter((cell) => cell.actual === actual);
    const isEmpty = row.every(({ count }) => count === 0);
    return `${label} ${isEmpty ? 'no items' : formatShare(row[actual]!.share)}`;
  });
  return [
    `${labels.length} classes, ${formatCount(total)} items; rows are actual, columns predicted.`,
    `Recall: ${recalls.join(', ')}.`,
    ...describeWorst(cells, labels),
  ].join(' ');
}

/** The largest share off the diagonal. */
function describeWorst(cells: readonly MatrixCell[], labels: readonly string[]): string[] {
  let worst: MatrixCell | undefined;
  for (const cell of cells) {
    if (cell.actual !== cell.predicted && cell.share > (worst?.share ?? 0)) worst = cell;
  }
  if (worst === undefined) return [];
  const { actual, predicted, count, share } = worst;
  return [
    `Most often confused: ${labels[actual]!} predicted as ${labels[predicted]!}, ${formatCount(count)} (${formatShare(share)}).`,
  ];
}

/** A count short enough for a cell: to a tenth, and large ones in thousands. */
export function formatCount(count: number): string {
  if (count >= 100_000) return `${Math.round(count / 1000)}k`;
  return String(Math.round(count * 10) / 10);
}

function checkMatrix(matrix: ConfusionMatrix, labels: readonly string[]): void {
  const n = labels.length;
  if (n === 0 || matrix.length !== n || matrix.some((row) => row.length !== n)) {
    const lengths = matrix.map((row) => row.length).join(', ');
    throw new ChartError(
      'length-mismatch',
      `\`matrix\` must have a row and a column for each of the ${n} \`labels\` (at least 1); got rows of ${lengths || 'nothing'}.`,
    );
  }
  const bad = matrix.flat().find((count) => !(count >= 0 && Number.isFinite(count)));
  if (bad !== undefined) throw invalidOption('matrix', 'counts of at least 0', bad);
}
