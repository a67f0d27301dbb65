import { describe, expect, it } from 'vitest';
import { planeChart } from '../../src/plane/planeChart.js';
import { all, parseXml, textsOf, tooltipsOf } from '../xml.js';

const groups = [
  { name: 'angry', actual: { x: 1.8, y: 4.4 }, predicted: { x: 2.2, y: 4 } },
  { name: 'happy', actual: { x: 4.9, y: 4 }, predicted: { x: 4, y: 3.5 } },
];
const options = { xLabel: 'valence', yLabel: 'arousal', xRange: [1, 5], yRange: [1, 5] } as const;

describe('planeChart', () => {
  it('joins the actual mean of each group with the predicted one', () => {
    const svg = planeChart({ groups, items: [{ x: 3, y: 3 }] }, options).svg();
    // two circles for each group, one for the item, two in the legend
    expect(all(parseXml(svg), 'circle')).toHaveLength(7);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['angry', 'happy', 'valence', 'arousal', '1', '3', '5']),
    );
    expect(tooltipsOf(svg)).toContain('angry: actual 1.80 and 4.40, predicted 2.20 and 4.00');
  });

  it('has a description and a row for each group', () => {
    const { description, rows } = planeChart({ groups }, options);
    expect(description).toMatch(/^Mean valence and arousal\. angry: actual 1\.80 and 4\.40/);
    expect(rows[1]).toEqual({
      ...{ group: 'happy', 'actual valence': 4.9, 'actual arousal': 4 },
      ...{ 'predicted valence': 4, 'predicted arousal': 3.5 },
    });
  });

  it('widens the axes to contain all points', () => {
    const svg = planeChart({ groups, items: [{ x: 7, y: 3 }] }, options).svg();
    expect(textsOf(svg)).toContain('7');
  });

  it('requires finite values and a group', () => {
    expect(() => planeChart({ groups: [] }, options)).toThrow('`groups` must have at least one entry');
    expect(() => planeChart({ groups, items: [{ x: NaN, y: 1 }] }, options)).toThrow('`x`');
    expect(() => planeChart({ groups }, { ...options, xRange: [5, 1] })).toThrow('xRange[1]');
  });
});
