import { describe, expect, it } from 'vitest';
import { classDistributionChart } from '../../src/classDistribution/classDistributionChart.js';
import { textsOf, tooltipsOf } from '../xml.js';

const labels = ['angry', 'sad'];
const series = [
  { name: 'training', counts: [40, 10] },
  { name: 'test', counts: [20, 0] },
];

describe('classDistributionChart', () => {
  it('draws the count of each class and series, with a legend of totals', () => {
    const svg = classDistributionChart({ labels, series }).svg();
    expect(tooltipsOf(svg).slice(1)).toEqual([
      ...['angry, training: 40', 'angry, test: 20'],
      ...['sad, training: 10', 'sad, test: 0'],
    ]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['training: 50', 'test: 20', '40', '0']));
  });

  it('has no legend for one series', () => {
    const svg = classDistributionChart({ labels, series: series.slice(0, 1) }).svg();
    expect(textsOf(svg)).not.toContain('training: 50');
  });

  it('describes each series, and has a row for each class of it', () => {
    const { description, rows } = classDistributionChart({ labels, series }, { unit: 'clips' });
    expect(description).toBe('training: 50 clips, angry 40, sad 10. test: 20 clips, angry 20, sad 0.');
    expect(rows[0]).toEqual({ class: 'angry', series: 'training', clips: 40 });
  });

  it.each([
    ['no-items', '`series` must have at least one entry', []],
    ['length-mismatch', 'each of the 2 `labels`; got 1', [{ name: 'a', counts: [1] }]],
    ['invalid-option', '`counts` must be numbers of at least 0; got -1', [{ name: 'a', counts: [1, -1] }]],
    ['invalid-option', 'at most 6 series; got 7', Array.from({ length: 7 }, () => series[0]!)],
  ])('throws %s: %s', (code, fragment, wrong) => {
    expect(() => classDistributionChart({ labels, series: wrong })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
