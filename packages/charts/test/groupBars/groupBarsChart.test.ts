import { describe, expect, it } from 'vitest';
import { groupBarsChart } from '../../src/groupBars/groupBarsChart.js';
import { all, parseXml, textsOf, tooltipsOf } from '../xml.js';

const groups = [
  { name: 'ann', value: 0.25, low: 0.1, high: 0.5, nItems: 20 },
  { name: 'bob', value: 0.5 },
];

describe('groupBarsChart', () => {
  const chart = groupBarsChart(groups, { chance: 0.125, overall: 0.375 });
  const svg = parseXml(chart.svg());

  it('draws bars as long as the values', () => {
    const [ann, bob] = all(svg, 'rect').filter(({ attributes }) => attributes.class === 'fill0');
    expect(Number(bob!.attributes.width) / Number(ann!.attributes.width)).toBeCloseTo(2, 2);
  });

  it('draws an interval as a whisker from its low to its high end', () => {
    const [whisker, ...others] = all(svg, 'path').filter(({ attributes }) => attributes.class === 'ink');
    expect(others).toEqual([]);
    const [, low, high] = /^M([\d.]+) [\d.]+H([\d.]+)/.exec(whisker!.attributes.d!)!;
    const bar = all(svg, 'rect').find(({ attributes }) => attributes.class === 'fill0')!;
    const perShare = Number(bar.attributes.width) / 0.25;
    expect((Number(high) - Number(low)) / perShare).toBeCloseTo(0.4, 2);
  });

  it('names its levels, and describes the range', () => {
    expect(textsOf(chart.svg())).toEqual(
      expect.arrayContaining(['chance 13%', 'all together 38%', 'n = 20']),
    );
    expect(tooltipsOf(chart.svg())).toContain('ann: 25% of 20 items, interval 10% to 50%');
    expect(chart.description).toBe(
      'UAR of 2 groups: lowest ann with 25%, highest bob with 50%, median 38%. All together 38%. Chance is 13%.',
    );
  });

  it('has a row for each group, with null for unknown values', () => {
    expect(chart.rows).toEqual([
      { group: 'ann', UAR: 0.25, low: 0.1, high: 0.5, items: 20 },
      { group: 'bob', UAR: 0.5, low: null, high: null, items: null },
    ]);
  });

  it('has room for a hundred speakers: rows do not touch', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ name: `speaker ${i}`, value: i / 99 }));
    const tops = all(parseXml(groupBarsChart(many).svg()), 'rect')
      .filter(({ attributes }) => attributes.class === 'fill0')
      .map(({ attributes }) => Number(attributes.y));
    tops.slice(1).forEach((top, i) => expect(top - tops[i]!).toBeGreaterThanOrEqual(20));
  });

  it.each([
    ['no-items', '`groups` must have at least one entry; got none.', [], {}],
    [
      'invalid-option',
      '`value` must be a finite number from 0 to 1; got 40.',
      [{ name: 'a', value: 40 }],
      {},
    ],
    [
      'invalid-option',
      '`low` must be a finite number from 0 to 1; got NaN.',
      [{ ...groups[0]!, low: NaN }],
      {},
    ],
    ['invalid-option', '`chance` must be', groups, { chance: -1 }],
  ])('throws %s: %s', (code, fragment, data, options) => {
    expect(() => groupBarsChart(data, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
