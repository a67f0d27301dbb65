/** The scores of an epoch that callbacks can monitor; lower losses are better, and higher values of the others. */
export const monitors = [
  'loss',
  'accuracy',
  'uar',
  'f1',
  'validationLoss',
  'validationAccuracy',
  'validationUar',
  'validationF1',
] as const;

export type Monitor = (typeof monitors)[number];

/**
 * Whether a score is better than the best so far by more than `minDelta`; the first score always is.
 *
 * Scores are compared in single precision, as in Keras: 0.8 is not better than 0.7 by more than 0.1.
 */
export function isImprovement(
  monitor: Monitor,
  value: number,
  best: number | undefined,
  minDelta: number,
): boolean {
  if (best === undefined) return true;
  return monitor === 'loss' || monitor === 'validationLoss'
    ? Math.fround(value + minDelta) < Math.fround(best)
    : Math.fround(value - minDelta) > Math.fround(best);
}
