import { describe, expect, it } from 'vitest';
import { sfc32 } from '../../src/intervals/sfc32.js';
import { PrecisionBlocks, cutBlocks, sweepPrecision } from '../../src/tally/averagePrecision.js';
import type { RankedItems } from '../../src/tally/rankedItems.js';

/** A ranking in which items of the class become more frequent towards the top, and one place in `ties` ends a tie. */
function ranking(nItems: number, { nGroups = 24, share = 0.1, ties = 1 } = {}): RankedItems {
  const next = sfc32(9);
  const draw = () => next() / 2 ** 32;
  const places = Array.from({ length: nItems }, (_, place) => place);
  return {
    nGroups,
    groups: Int32Array.from(places, () => Math.floor(draw() * nGroups)),
    isPositive: Uint8Array.from(places, (place) => (draw() < 2 * share * (place / nItems) ? 1 : 0)),
    endsTie: Uint8Array.from(places, (place) => (place === nItems - 1 || draw() < 1 / ties ? 1 : 0)),
  };
}

const blocksOf = (ranked: RankedItems) => new PrecisionBlocks(ranked, cutBlocks(ranked));

const ones = new Array<number>(24).fill(1);
const drawn = ones.map((_, group) => [0, 1, 3, 1, 0, 2][group % 6]!);

describe('sweepPrecision', () => {
  it('is the mean precision at the items of the class', () => {
    // From the most probable: of the class, not, of the class.
    const ranked = {
      nGroups: 1,
      groups: Int32Array.of(0, 0, 0),
      isPositive: Uint8Array.of(1, 0, 1),
      endsTie: Uint8Array.of(1, 1, 1),
    };
    expect(sweepPrecision(ranked, [1])).toBe((1 + 2 / 3) / 2);
  });

  it('is NaN without items of the class', () => {
    expect(sweepPrecision({ ...ranking(5), isPositive: new Uint8Array(5) }, ones)).toBeNaN();
    expect(blocksOf({ ...ranking(5), isPositive: new Uint8Array(5) }).averagePrecision(ones)).toBeNaN();
  });
});

describe('PrecisionBlocks', () => {
  it.each([
    ['a class of a tenth of the items', {}],
    ['a rare class', { share: 0.005 }],
    ['a frequent class', { share: 0.5 }],
    ['ties of about four', { ties: 4 }],
    ['ties of about a thousand', { ties: 1000 }],
  ])('is within 0.002 of the sweep over 20,000 items: %s', (_, options) => {
    const ranked = ranking(20_000, options);
    const cuts = cutBlocks(ranked);
    expect(cuts.length).toBeLessThan(100);
    const blocks = new PrecisionBlocks(ranked, cuts);
    for (const weights of [ones, drawn]) {
      expect(Math.abs(blocks.averagePrecision(weights) - sweepPrecision(ranked, weights))).toBeLessThan(2e-3);
    }
  });

  it('is exact while blocks are of one item or one tie', () => {
    for (const ranked of [
      ranking(9),
      { ...ranking(500), endsTie: ranking(500, { ties: Infinity }).endsTie },
    ]) {
      expect(blocksOf(ranked).averagePrecision(drawn)).toBeCloseTo(sweepPrecision(ranked, drawn), 12);
    }
  });
});
