import { confusionMatrix } from './confusionMatrix.js';
import { MetricsError } from './errors.js';
import { sfc32 } from './sfc32.js';
import type { Metric, Outcome } from './types.js';

export interface BootstrapOptions {
  readonly outcome: Outcome;
  /**
   * The group of each item, in the order of the items: who speaks it. Clips of one speaker err together, so
   * an interval over clips is too narrow.
   */
  readonly groups: readonly string[];
  /** The figure whose interval is wanted. */
  readonly metric: Metric;
  /**
   * How many times groups are drawn; at least 1.
   *
   * @default 1000
   */
  readonly nResamples?: number;
  /**
   * The share of the resampled figures that lies inside; in `(0, 1)`.
   *
   * @default 0.95
   */
  readonly confidence?: number;
  /** A whole number >= 0; the same seed gives the same interval on every machine. */
  readonly seed: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap interval of a metric that resamples whole groups (speakers), not items: as many groups
 * as there are, drawn with replacement, each with all of its items. The order of the items does not matter.
 *
 * With few speakers (below about 20) percentile intervals are somewhat too narrow.
 *
 * @throws {MetricsError} `length-mismatch`; `invalid-option`, also for fewer than two groups; whatever the metric throws
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13; quantiles as numpy's default (linear)
 *
 * @example
 * bootstrapInterval({ outcome, groups: speakers, metric: uar, seed: 1 }); // { low: 0.41, high: 0.55 }
 */
export function bootstrapInterval(options: BootstrapOptions): Interval {
  const { outcome, metric, nResamples, confidence, seed, members } = check(options);
  const resample = groupResampler(outcome, members, sfc32(seed));
  const figures = new Float64Array(nResamples);
  for (let i = 0; i < nResamples; i++) figures[i] = metric(resample());
  figures.sort();
  const tail = (1 - confidence) / 2;
  return { low: quantile(figures, tail), high: quantile(figures, 1 - tail) };
}

/** Draws outcomes into buffers that are used again: one outcome is valid until the next is drawn. */
function groupResampler(outcome: Outcome, members: readonly (readonly number[])[], next: () => number) {
  const longest = Math.max(...members.map((items) => items.length)) * members.length;
  const actual = new Int32Array(longest);
  const predicted = new Int32Array(longest);
  return (): Outcome => {
    let length = 0;
    for (let draw = 0; draw < members.length; draw++) {
      // Uniform to within members.length / 2^32.
      for (const item of members[Math.floor((next() / 2 ** 32) * members.length)]!) {
        actual[length] = outcome.actual[item]!;
        predicted[length++] = outcome.predicted[item]!;
      }
    }
    return { ...outcome, actual: actual.subarray(0, length), predicted: predicted.subarray(0, length) };
  };
}

function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

function check(options: BootstrapOptions) {
  const { outcome, groups, metric, nResamples = 1000, confidence = 0.95, seed } = options;
  confusionMatrix(outcome); // refuses what is not an outcome before the first draw
  if (groups.length !== outcome.actual.length) {
    throw new MetricsError(
      'length-mismatch',
      `\`groups\` must name the speaker of each item, got ${groups.length} for ${outcome.actual.length} items.`,
    );
  }
  if (!Number.isInteger(nResamples) || nResamples < 1) {
    throw new MetricsError(
      'invalid-option',
      `\`nResamples\` must be a whole number >= 1, got \`${nResamples}\`.`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new MetricsError('invalid-option', `\`confidence\` must lie in (0, 1), got \`${confidence}\`.`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new MetricsError('invalid-option', `\`seed\` must be a whole number >= 0, got \`${seed}\`.`);
  }
  return { outcome, metric, nResamples, confidence, seed, members: itemsByGroup(groups) };
}

/** The items of each group; groups in the order of their names, so that the order of items does not matter. */
function itemsByGroup(groups: readonly string[]): readonly (readonly number[])[] {
  const items = new Map<string, number[]>();
  groups.forEach((group, item) => {
    const found = items.get(group);
    if (found) found.push(item);
    else items.set(group, [item]);
  });
  if (items.size < 2) {
    throw new MetricsError(
      'invalid-option',
      `\`groups\` must hold at least two speakers, got ${items.size}: one speaker says nothing about how speakers differ.`,
    );
  }
  return [...items.keys()].sort().map((group) => items.get(group)!);
}
