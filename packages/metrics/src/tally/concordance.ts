import type { RankedItems } from './rankedItems.js';

/** The counts from which the area under an ROC curve is computed. */
export interface PairCounts {
  /** Pairs of an item of the class and another item in which the first is more probable; ties count half. */
  readonly concordant: number;
  readonly positives: number;
  readonly negatives: number;
}

/** Counts pairs in one pass over the items. */
export function sweepPairs(ranked: RankedItems, weights: ArrayLike<number>): PairCounts {
  const { groups, isPositive, endsTie } = ranked;
  let [concordant, positives, negatives] = [0, 0, 0];
  let [tiedPositives, tiedNegatives] = [0, 0];
  for (let place = 0; place < groups.length; place++) {
    const weight = weights[groups[place]!]!;
    if (isPositive[place] === 1) tiedPositives += weight;
    else tiedNegatives += weight;
    if (endsTie[place] === 0) continue;
    concordant += tiedPositives * (negatives + tiedNegatives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
    tiedPositives = tiedNegatives = 0;
  }
  return { concordant, positives, negatives };
}

/** Counts pairs from the concordant pairs of every two groups: fast for few groups and any number of items. */
export class GroupConcordance {
  readonly #nGroups: number;
  /** Items of the class in one group that are more probable than other items in another: `[nGroups, nGroups]`. */
  readonly #pairs: Float64Array;
  readonly #positives: Float64Array;
  readonly #negatives: Float64Array;

  constructor({ nGroups, groups, isPositive, endsTie }: RankedItems) {
    this.#nGroups = nGroups;
    const pairs = (this.#pairs = new Float64Array(nGroups ** 2));
    const positives = (this.#positives = new Float64Array(nGroups));
    const negatives = (this.#negatives = new Float64Array(nGroups));
    let begin = 0;
    for (let end = 1; end <= groups.length; end++) {
      if (endsTie[end - 1] === 0) continue;
      // A tie is half a pair: half of its negatives are counted before its positives and half after them.
      for (let i = begin; i < end; i++) if (isPositive[i] === 0) negatives[groups[i]!]! += 0.5;
      for (let i = begin; i < end; i++) {
        if (isPositive[i] === 0) continue;
        const group = groups[i]!;
        positives[group]!++;
        for (let other = 0; other < nGroups; other++) pairs[group * nGroups + other]! += negatives[other]!;
      }
      for (let i = begin; i < end; i++) if (isPositive[i] === 0) negatives[groups[i]!]! += 0.5;
      begin = end;
    }
  }

  weighted(weights: ArrayLike<number>): PairCounts {
    const [nGroups, pairs] = [this.#nGroups, this.#pairs];
    const drawn: number[] = [];
    for (let group = 0; group < nGroups; group++) if (weights[group]! > 0) drawn.push(group);
    let [concordant, positives, negatives] = [0, 0, 0];
    for (const group of drawn) {
      const weight = weights[group]!;
      const row = group * nGroups;
      let beaten = 0;
      for (const other of drawn) beaten += weights[other]! * pairs[row + other]!;
      concordant += weight * beaten;
      positives += weight * this.#positives[group]!;
      negatives += weight * this.#negatives[group]!;
    }
    return { concordant, positives, negatives };
  }
}
