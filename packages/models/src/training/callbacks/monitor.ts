/** The figures of an epoch that callbacks can watch; losses are to fall, the others to rise. */
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
 * Whether a figure is better than the best so far by more than `minDelta`; the first figure always is.
 *
 * Figures are compared in single precision, as Keras compares them: 0.8 is not better than 0.7 by more than 0.1.
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
