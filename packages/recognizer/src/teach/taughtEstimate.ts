/** An honest estimate of the unweighted average recall (UAR) on other clips of the speaker. */
export interface TaughtEstimate {
  /** Mean share of the clips of each taught label that are recognized without having been taught. */
  readonly uar: number;
  /** The 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Number of clips it is based on. */
  readonly nClips: number;
}

/** Clips per label that an estimate needs at least: with fewer, it is much too low. */
export const enoughPerLabel = 3;

/**
 * The estimate and its interval, from what each taught clip is recognized as when it is left out. The recall of a label
 * with `h` of `n` clips recognized has the distribution Beta(h + 1/2, n - h + 1/2) of Jeffreys; the interval is that of
 * the mean of these distributions, which is close to normal.
 *
 * @returns undefined if fewer than two labels have been taught, or one with fewer than three clips
 * @see Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", 2001
 */
export function taughtEstimate(
  clips: readonly { readonly label: string; readonly isRight: boolean }[],
): TaughtEstimate | undefined {
  const counts = new Map<string, { n: number; hits: number }>();
  for (const { label, isRight } of clips) {
    const { n, hits } = counts.get(label) ?? { n: 0, hits: 0 };
    counts.set(label, { n: n + 1, hits: hits + Number(isRight) });
  }
  const labels = [...counts.values()];
  if (labels.length < 2 || labels.some(({ n }) => n < enoughPerLabel)) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = labels.map(({ n, hits }) => (hits + 0.5) / (n + 1));
  const variance = mean(labels.map(({ n }, i) => (means[i]! * (1 - means[i]!)) / (n + 2))) / labels.length;
  const margin = 1.96 * Math.sqrt(variance);
  const uar = mean(labels.map(({ n, hits }) => hits / n));
  return {
    uar,
    low: Math.max(0, Math.min(uar, mean(means) - margin)),
    high: Math.min(1, Math.max(uar, mean(means) + margin)),
    nClips: clips.length,
  };
}
