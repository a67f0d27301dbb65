import { normalizeRows } from '@ser/metrics';
import type { ConfusionMatrix } from '@ser/metrics';
import type { ConfusionMatrixSvgOptions } from './confusionMatrixSvg.js';
import { formatShare } from './drawing/formatShare.js';

/** The matrix in words. */
export function describeConfusionMatrix({ matrix, labels }: ConfusionMatrixSvgOptions): string {
  const shares = normalizeRows(matrix);
  const total = matrix.flat().reduce((sum, count) => sum + count, 0);
  const recalls = labels.map((label, i) => {
    const empty = matrix[i]!.every((count) => count === 0);
    return `${label} ${empty ? 'no items' : formatShare(shares[i]![i]!)}`;
  });
  return [
    `${labels.length} classes, ${formatCount(total)} items; rows are actual, columns predicted.`,
    `Answered right: ${recalls.join(', ')}.`,
    ...describeWorst(matrix, shares, labels),
  ].join(' ');
}

function describeWorst(
  matrix: ConfusionMatrix,
  shares: ConfusionMatrix,
  labels: readonly string[],
): string[] {
  let worst: { actual: number; predicted: number; count: number; share: number } | undefined;
  matrix.forEach((row, actual) =>
    row.forEach((count, predicted) => {
      const share = shares[actual]![predicted]!;
      if (actual !== predicted && share > (worst?.share ?? 0)) worst = { actual, predicted, count, share };
    }),
  );
  if (!worst) return [];
  const { actual, predicted, count, share } = worst;
  return [
    `Most often confused: ${labels[actual]!} taken for ${labels[predicted]!}, ${formatCount(count)} (${formatShare(share)}).`,
  ];
}

/** A count as short as a cell: to a tenth, and thousands of many. */
export function formatCount(count: number): string {
  if (count >= 100_000) return `${Math.round(count / 1000)}k`;
  return String(Math.round(count * 10) / 10);
}
