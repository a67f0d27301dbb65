import { perClass } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { perClassSvg } from '../src/perClassSvg.js';
import { all, ownText, parseXml } from './parseXml.js';

const labels = ['angry', 'sad', 'never'];
const scores = perClass({ actual: [0, 0, 1, 1], predicted: [0, 1, 1, 1], nClasses: 3 });
const bars = (markup: string) =>
  all(parseXml(markup), 'rect').filter(({ attributes }) => attributes.class === 'fill0');

describe('perClassSvg', () => {
  it('draws a bar as long as the value, with the value and the number of items', () => {
    const markup = perClassSvg({ scores, labels });
    const [angry, sad] = bars(markup).map(({ attributes }) => Number(attributes.width));
    expect(angry! / sad!).toBeCloseTo(0.5, 3);
    expect(all(parseXml(markup), 'text').map(ownText)).toEqual(
      expect.arrayContaining(['50%', '100%', 'n = 2']),
    );
  });

  it('draws no bar for a class without items', () => {
    const markup = perClassSvg({ scores, labels });
    expect(bars(markup)).toHaveLength(2);
    expect(all(parseXml(markup), 'text').map(ownText)).toContain('no items');
  });

  it('says so where a figure of a class with items is not defined', () => {
    const outcome = { actual: [0, 0, 1], predicted: [0, 0, 0], nClasses: 2 };
    const undefinedWithout = perClass(outcome, { zeroDivision: NaN });
    const svg = parseXml(
      perClassSvg({ scores: undefinedWithout, labels: ['angry', 'sad'], measure: 'precision' }),
    );
    expect(all(svg, 'text').map(ownText)).toContain('not defined');
    expect(ownText(all(svg, 'desc')[0]!)).toBe('Precision: angry 67% of 2, sad not defined, of 1.');
  });

  it('says in words what it shows', () => {
    const [description] = all(parseXml(perClassSvg({ scores, labels, chance: 0.5 })), 'desc');
    expect(ownText(description!)).toBe(
      'Recall: angry 50% of 2, sad 100% of 2, never no items. Chance is 50%.',
    );
  });

  it('shows another measure when asked', () => {
    const svg = parseXml(perClassSvg({ scores, labels, measure: 'precision' }));
    expect(ownText(all(svg, 'title')[0]!)).toBe('Precision by class');
    expect(all(svg, 'text').map(ownText)).toContain('67%');
  });

  it.each([
    ['length-mismatch', 'got 3 and 1', { labels: ['a'] }],
    ['invalid-option', '`chance` must lie in [0, 1], got `13`', { chance: 13 }],
    ['invalid-option', '`width` must be at least 320 px, got `10`', { width: 10 }],
  ])('refuses %s: %s', (code, fragment, change) => {
    expect(() => perClassSvg({ scores, labels, ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
