import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitions, metricNames, metrics } from '../../src/scores/metrics.js';
import { selectItems } from '../../src/outcome/selectItems.js';
import { GroupTallies } from '../../src/tally/groupTallies.js';
import { groupItems } from '../../src/tally/grouping.js';
import { check, indices, outcomes } from '../outcomes.js';

/** Any outcome, each item in one of four groups, and how often each group is drawn. */
const resamples = outcomes.chain((outcome) => {
  const { length } = outcome.actual;
  return fc.record({
    outcome: fc.constant(outcome),
    groups: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: length, maxLength: length }),
    draws: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  });
});

describe.each(metricNames)('the tallies of a resample, by %s', (name) => {
  it('are those of the drawn items, each counted as often as its group', () => {
    check(resamples, ({ outcome, groups, draws }) => {
      const grouping = groupItems(groups, groups.length);
      const weights = grouping.names.map((_, group) => draws[group]!);
      const items = indices(groups.length).flatMap((item) =>
        Array.from({ length: weights[grouping.groupOf[item]!]! }, () => item),
      );
      fc.pre(items.length > 0);
      const value = definitions[name].of(new GroupTallies(outcome, grouping).resampled(weights));
      const expected = metrics[name].score(selectItems(outcome, items));
      // Sums taken in another order.
      if (Number.isNaN(expected)) expect(value).toBeNaN();
      else expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
    });
  });
});
