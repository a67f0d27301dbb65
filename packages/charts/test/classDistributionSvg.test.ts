import { describe, expect, it } from 'vitest';
import { classDistributionSvg } from '../src/classDistributionSvg.js';
import { all, ownText, parseXml } from './parseXml.js';

const labels = ['angry', 'sad'];
const series = [
  { name: 'training', counts: [40, 10] },
  { name: 'test', counts: [20, 0] },
];

describe('classDistributionSvg', () => {
  it('draws bars in proportion, with their counts, and the sum of each side', () => {
    const svg = parseXml(classDistributionSvg({ labels, series }));
    const widths = all(svg, 'title')
      .map(ownText)
      .filter((title) => title.includes(','));
    expect(widths).toEqual(['angry, training: 40', 'angry, test: 20', 'sad, training: 10', 'sad, test: 0']);
    expect(all(svg, 'text').map(ownText)).toEqual(
      expect.arrayContaining(['training: 50', 'test: 20', '40', '0']),
    );
  });

  it('needs no legend for one series', () => {
    const svg = parseXml(classDistributionSvg({ labels, series: series.slice(0, 1) }));
    expect(all(svg, 'text').map(ownText)).not.toContain('training: 50');
  });

  it('says in words what it shows', () => {
    const [description] = all(parseXml(classDistributionSvg({ labels, series, unit: 'clips' })), 'desc');
    expect(ownText(description!)).toBe(
      'training: 50 clips, angry 40, sad 10. test: 20 clips, angry 20, sad 0.',
    );
  });

  it.each([
    ['no-items', '`series` must hold at least one entry', { labels, series: [] }],
    ['length-mismatch', 'each of the 2 `labels`, got 1', { labels, series: [{ name: 'a', counts: [1] }] }],
    ['invalid-option', 'at least 0, got `-1`', { labels, series: [{ name: 'a', counts: [1, -1] }] }],
    ['invalid-option', 'at most 6, got 7', { labels, series: Array.from({ length: 7 }, () => series[0]!) }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => classDistributionSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
