import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerSource } from '@ser/core';
import { stratifiedOrder } from '../../src/splits/stratifiedOrder.js';
import { anySeed } from '../utterancesOf.js';

const first = (item: string) => item.charAt(0);
const strataOf = (sizes: readonly number[]) =>
  sizes.flatMap((size, stratum) => Array.from({ length: size }, (_, i) => `${stratum}-${i}`));
const countOf = (items: readonly string[], stratum: string) =>
  items.filter((item) => first(item) === stratum).length;

describe('stratifiedOrder', () => {
  it('alternates between two strata of equal size', () => {
    const order = stratifiedOrder(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'], first, integerSource(1));
    expect(['ababab', 'bababa']).toContain(order.map(first).join(''));
  });

  it('contains every item once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 9 }), anySeed, (sizes, seed) => {
        const items = strataOf(sizes);
        expect([...stratifiedOrder(items, first, integerSource(seed))].sort()).toEqual(items.sort());
      }),
    );
  });

  it('has the strata of the first n items in proportion, to within less than one item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 }),
        anySeed,
        (sizes, seed) => {
          const items = strataOf(sizes);
          const order = stratifiedOrder(items, first, integerSource(seed));
          for (let length = 0; length <= order.length; length++) {
            sizes.forEach((size, stratum) => {
              const share = (size * length) / items.length;
              expect(Math.abs(countOf(order.slice(0, length), `${stratum}`) - share)).toBeLessThan(1);
            });
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('places each item first about equally often', () => {
    const firsts = Array.from(
      { length: 600 },
      (_, seed) => stratifiedOrder(strataOf([3, 3]), first, integerSource(seed))[0]!,
    );
    // 100 each are expected; five standard deviations of a binomial count are 46
    for (const item of strataOf([3, 3]))
      expect(Math.abs(firsts.filter((one) => one === item).length - 100)).toBeLessThan(46);
  });
});
