import type { RankedItems } from './rankedItems.js';

/**
 * Average precision, the items of each group counted as often as its weight: for each item of the class, the precision
 * among the items that are at least as probable; then the mean.
 *
 * @returns NaN without items of the class
 */
export function sweepPrecision(ranked: RankedItems, weights: ArrayLike<number>): number {
  const { groups, isPositive, endsTie } = ranked;
  let [retrieved, hits, tiedHits, sum] = [0, 0, 0, 0];
  for (let place = groups.length - 1; place >= 0; place--) {
    if (endsTie[place] === 1 && tiedHits > 0) {
      hits += tiedHits;
      sum += (tiedHits * hits) / retrieved;
      tiedHits = 0;
    }
    const weight = weights[groups[place]!]!;
    retrieved += weight;
    if (isPositive[place] === 1) tiedHits += weight;
  }
  hits += tiedHits;
  return hits === 0 ? NaN : (sum + (tiedHits * hits) / retrieved) / hits;
}

/** A block holds at most this share of the items that are more probable. */
const growth = 1 / 8;

/**
 * Average precision of resamples of groups, without reading the items again: from the top of the ranking, items are
 * grouped into blocks that grow with their distance from it, and within a block the items of the class count as evenly
 * spread. A block of one item, or of equally probable items, is exact.
 */
export class PrecisionBlocks {
  /** Items of the class and all items of each group and block: `[nGroups, nBlocks]`. */
  readonly #positives: Float64Array;
  readonly #items: Float64Array;
  /** For each block: whether all of its items are equally probable. */
  readonly #isTied: readonly boolean[];

  constructor({ nGroups, groups, isPositive }: RankedItems, blocks: readonly Block[]) {
    this.#isTied = blocks.map(({ nTies }) => nTies === 1);
    this.#positives = new Float64Array(nGroups * blocks.length);
    this.#items = new Float64Array(nGroups * blocks.length);
    blocks.forEach(({ first, end }, block) => {
      for (let place = first; place < end; place++) {
        const cell = groups[place]! * blocks.length + block;
        this.#items[cell]!++;
        this.#positives[cell]! += isPositive[place]!;
      }
    });
  }

  /** @returns within 0.002 of the exact value; NaN without items of the class */
  averagePrecision(weights: ArrayLike<number>): number {
    const { positives, squares, items } = this.#sumBlocks(weights);
    let [hits, retrieved, sum] = [0, 0, 0];
    for (let block = 0; block < positives.length; block++) {
      const [ofClass, all, square] = [positives[block]!, items[block]!, squares[block]!];
      if (ofClass > 0) {
        sum += this.#isTied[block]
          ? (ofClass * (hits + ofClass)) / (retrieved + all)
          : (ofClass * hits + (ofClass ** 2 + square) / 2) / (retrieved + (all + square / ofClass) / 2);
      }
      hits += ofClass;
      retrieved += all;
    }
    return hits === 0 ? NaN : sum / hits;
  }

  /** For each block: the weighted sums of the items of the class, of their squares, and of all items. */
  #sumBlocks(weights: ArrayLike<number>) {
    const [ofClass, ofAll, nBlocks] = [this.#positives, this.#items, this.#isTied.length];
    const positives = new Float64Array(nBlocks);
    const squares = new Float64Array(nBlocks);
    const items = new Float64Array(nBlocks);
    for (let group = 0; group < weights.length; group++) {
      const weight = weights[group]!;
      if (weight === 0) continue;
      for (let block = 0, cell = group * nBlocks; block < nBlocks; block++, cell++) {
        const weighted = weight * ofClass[cell]!;
        positives[block]! += weighted;
        squares[block]! += weight * weighted;
        items[block]! += weight * ofAll[cell]!;
      }
    }
    return { positives, squares, items };
  }
}

/** Consecutive items of a ranking. */
export interface Block {
  /** Places in the ranking, the end excluded. */
  readonly first: number;
  readonly end: number;
  /** How many different probabilities it holds. */
  readonly nTies: number;
}

/** Blocks from the most probable items to the least; equally probable items stay together. */
export function cutBlocks({ endsTie }: RankedItems): readonly Block[] {
  const blocks: Block[] = [];
  const nItems = endsTie.length;
  let [end, nTies] = [nItems, 0];
  for (let tieEnd = nItems; tieEnd > 0;) {
    let first = tieEnd - 1;
    while (first > 0 && endsTie[first - 1] === 0) first--;
    if (nTies > 0 && end - first > growth * (nItems - end)) {
      blocks.push({ first: tieEnd, end, nTies });
      [end, nTies] = [tieEnd, 0];
    }
    nTies++;
    tieEnd = first;
  }
  if (nTies > 0) blocks.push({ first: 0, end, nTies });
  return blocks;
}
