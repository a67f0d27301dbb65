import { describe, expect, it } from 'vitest';
import { groupBarsSvg } from '../src/groupBarsSvg.js';
import { groupBarsVega } from '../src/groupBarsVega.js';
import { all, ownText, parseXml } from './parseXml.js';

const groups = [
  { name: 'ann', value: 0.25, low: 0.1, high: 0.5, nItems: 20 },
  { name: 'bob', value: 0.5 },
];

describe('groupBarsSvg', () => {
  const svg = parseXml(groupBarsSvg({ groups, chance: 0.125, overall: 0.375 }));

  it('draws bars as long as the values', () => {
    const [ann, bob] = all(svg, 'rect').filter(({ attributes }) => attributes.class === 'fill0');
    expect(Number(bob!.attributes.width) / Number(ann!.attributes.width)).toBeCloseTo(2, 2);
  });

  it('draws a whisker where there is an interval, from its low to its high end', () => {
    const [whisker, ...others] = all(svg, 'path').filter(({ attributes }) => attributes.class === 'ink');
    expect(others).toEqual([]);
    const [, low, high] = /^M([\d.]+) [\d.]+H([\d.]+)/.exec(whisker!.attributes.d!)!;
    const bar = all(svg, 'rect').find(({ attributes }) => attributes.class === 'fill0')!;
    const perShare = Number(bar.attributes.width) / 0.25;
    expect((Number(high) - Number(low)) / perShare).toBeCloseTo(0.4, 2);
  });

  it('names what the bars are held against, and says all of it in words', () => {
    expect(all(svg, 'text').map(ownText)).toEqual(
      expect.arrayContaining(['chance 13%', 'all together 38%', 'n = 20']),
    );
    expect(all(svg, 'title').map(ownText)).toContain('ann: 25% of 20 items, interval 10% to 50%');
    expect(ownText(all(svg, 'desc')[0]!)).toBe(
      'UAR of 2 groups: lowest ann with 25%, highest bob with 50%, the middle one 50%. All together 38%. Chance is 13%.',
    );
  });

  it('stays readable for a hundred speakers: rows do not touch', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ name: `speaker ${i}`, value: i / 99 }));
    const tops = all(parseXml(groupBarsSvg({ groups: many })), 'rect')
      .filter(({ attributes }) => attributes.class === 'fill0')
      .map(({ attributes }) => Number(attributes.y));
    tops.slice(1).forEach((top, i) => expect(top - tops[i]!).toBeGreaterThanOrEqual(20));
  });

  it.each([
    ['no-items', '`groups` must hold at least one entry to draw, got none.', { groups: [] }],
    ['invalid-option', '`value` must lie in [0, 1], got `40`.', { groups: [{ name: 'a', value: 40 }] }],
    ['invalid-option', '`low` must lie in [0, 1], got `NaN`.', { groups: [{ ...groups[0]!, low: NaN }] }],
    ['invalid-option', '`chance` must lie in [0, 1]', { groups, chance: -1 }],
    ['invalid-option', '`width` must be at least 320 px', { groups, width: 100 }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => groupBarsSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});

describe('groupBarsVega', () => {
  it('has a row a group, with null where nothing is known', () => {
    expect(groupBarsVega({ groups }).data.values).toEqual([
      { group: 'ann', UAR: 0.25, low: 0.1, high: 0.5, items: 20 },
      { group: 'bob', UAR: 0.5, low: null, high: null, items: null },
    ]);
  });
});
