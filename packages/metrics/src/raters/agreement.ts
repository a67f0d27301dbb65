import { invalidOption } from '@ser/core';
import { MetricsError } from '../errors.js';

/** How far raters agree on the class of items. */
export interface RaterAgreement {
  /** Mean share of pairs of raters who chose the same class, in [0, 1]. */
  readonly pairwise: number;
  /** The pairwise agreement that is expected by chance from the frequency of each class. */
  readonly chance: number;
  /** `(pairwise - chance) / (1 - chance)`: 0 at chance, 1 for full agreement; NaN if only one class was chosen. */
  readonly kappa: number;
  /** Number of items with at least two votes. */
  readonly nItems: number;
  /** Mean number of votes of these items. */
  readonly meanVotes: number;
}

/**
 * Agreement of raters: pairwise, and Fleiss' kappa. Items may have different numbers of votes, as in crowdsourcing: the
 * pairwise agreement is the mean over items, so every item has the same weight. Items with fewer than two votes are left
 * out.
 *
 * @param votes for each item, the number of votes of each class; whole numbers of at least 0
 * @throws {SerError} `no-items` if no item has two votes; `length-mismatch`, `invalid-option`
 * @see Fleiss 1971, https://doi.org/10.1037/h0031619
 *
 * @example
 * raterAgreement([[3, 0], [2, 1], [0, 3]]); // { pairwise: 0.78, chance: 0.51, kappa: 0.55, nItems: 3, meanVotes: 3 }
 */
export function raterAgreement(votes: readonly (readonly number[])[]): RaterAgreement {
  checkVotes(votes);
  const rated = votes.filter((item) => sum(item) >= 2);
  if (rated.length === 0) {
    throw new MetricsError(
      'no-items',
      '`votes` must have an item with at least two votes; got none. Agreement needs two raters.',
    );
  }
  const pairwise = mean(
    rated.map((item) => {
      const n = sum(item);
      return (sum(item.map((count) => count * count)) - n) / (n * (n - 1));
    }),
  );
  const total = sum(rated.map(sum));
  const chance = sum(rated[0]!.map((_, c) => (sum(rated.map((item) => item[c]!)) / total) ** 2));
  return {
    pairwise,
    chance,
    kappa: (pairwise - chance) / (1 - chance),
    nItems: rated.length,
    meanVotes: total / rated.length,
  };
}

function checkVotes(votes: readonly (readonly number[])[]): void {
  const nClasses = votes[0]?.length ?? 0;
  votes.forEach((item, i) => {
    if (item.length !== nClasses) {
      throw new MetricsError(
        'length-mismatch',
        `\`votes[${i}]\` must have one number for each of the ${nClasses} classes; got ${item.length}.`,
      );
    }
    const wrong = item.find((count) => !(Number.isInteger(count) && count >= 0));
    if (wrong !== undefined) throw invalidOption(`votes[${i}]`, 'whole numbers of at least 0', wrong);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
