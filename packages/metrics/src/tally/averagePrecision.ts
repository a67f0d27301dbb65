import type { RankedItems } from './rankedItems.js';

/**
 * Average precision, the items of each group counted as often as its weight says: mean precision among the items that
 * are at least as probable as each item of the class.
 *
 * @returns NaN without items of the class
 */
export function sweepPrecision(ranked: RankedItems, weights: ArrayLike<number>): number {
  const { groups, isPositive, endsTie } = ranked;
  let [answered, hits, tiedHits, sum] = [0, 0, 0, 0];
  for (let place = groups.length - 1; place >= 0; place--) {
    if (endsTie[place] === 1 && tiedHits > 0) {
      hits += tiedHits;
      sum += (tiedHits * hits) / answered;
      tiedHits = 0;
    }
    const weight = weights[groups[place]!]!;
    answered += weight;
    if (isPositive[place] === 1) tiedHits += weight;
  }
  hits += tiedHits;
  return hits === 0 ? NaN : (sum + (tiedHits * hits) / answered) / hits;
}

/** A block holds at most this share of the items that are more probable. */
const GROWTH = 1 / 8;

/**
 * Average precision of resamples of groups, without going through the items: from the top of the ranking, items are put
 * into blocks that grow with their distance from it, and within a block the items of the class are taken as evenly
 * spread. Of one item, or of items as probable, a block is exact.
 */
export class PrecisionBlocks {
  /** Items of the class and all items of each group and block: `[nGroups, nBlocks]`. */
  readonly #positives: Float64Array;
  readonly #items: Float64Array;
  /** Of each block: whether its items are all as probable. */
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

  /** Within 0.002 of what the items give; NaN without items of the class. */
  averagePrecision(weights: ArrayLike<number>): number {
    const { positives, squares, items } = this.#sumBlocks(weights);
    let [hits, answered, sum] = [0, 0, 0];
    for (let block = 0; block < positives.length; block++) {
      const [right, all, square] = [positives[block]!, items[block]!, squares[block]!];
      if (right > 0) {
        sum += this.#isTied[block]
          ? (right * (hits + right)) / (answered + all)
          : (right * hits + (right ** 2 + square) / 2) / (answered + (all + square / right) / 2);
      }
      hits += right;
      answered += all;
    }
    return hits === 0 ? NaN : sum / hits;
  }

  /** Of each block: its weight in items of the class, in these squared, and in all items. */
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

/** Items next to each other in a ranking. */
export interface Block {
  /** Places in the ranking, the end not included. */
  readonly first: number;
  readonly end: number;
  /** How many different probabilities it holds. */
  readonly nTies: number;
}

/** From the most probable items to the least; items as probable are never parted. */
export function cutBlocks({ endsTie }: RankedItems): readonly Block[] {
  const blocks: Block[] = [];
  const nItems = endsTie.length;
  let [end, nTies] = [nItems, 0];
  for (let tieEnd = nItems; tieEnd > 0;) {
    let first = tieEnd - 1;
    while (first > 0 && endsTie[first - 1] === 0) first--;
    if (nTies > 0 && end - first > GROWTH * (nItems - end)) {
      blocks.push({ first: tieEnd, end, nTies });
      [end, nTies] = [tieEnd, 0];
    }
    nTies++;
    tieEnd = first;
  }
  if (nTies > 0) blocks.push({ first: 0, end, nTies });
  return blocks;
}
