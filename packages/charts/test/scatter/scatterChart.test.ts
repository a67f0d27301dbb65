import { describe, expect, it } from 'vitest';
import { scatterChart } from '../../src/scatter/scatterChart.js';
import type { ScatterPoint } from '../../src/scatter/scatterModel.js';
import { all, parseXml, textsOf, tooltipsOf } from '../xml.js';

const xScale = { kind: 'linear', low: 0, high: 1 } as const;
const pointsOf = (...scores: readonly (number | undefined)[]) =>
  scores.map((y, i): ScatterPoint => ({ x: i / 4, y, name: `trial ${i + 1}` }));
const chartOf = (points: readonly ScatterPoint[]) =>
  scatterChart(points, { xLabel: 'dropout', xScale, unit: 'trials' });

describe('scatterChart', () => {
  it('draws a point for each score, filled, hollow, or with a ring', () => {
    const [one, two, best] = pointsOf(0.25, 0.5, 0.75);
    const svg = chartOf([{ ...best!, isBest: true }, { ...one!, isHollow: true }, two!]).svg();
    const marks = all(parseXml(svg), 'g').map(({ attributes }) => attributes.class);
    expect(marks.filter(Boolean)).toEqual(['hollow', 'filled', 'filled']);
    expect(all(parseXml(svg), 'circle').filter(({ attributes }) => attributes.r === '9')).toHaveLength(1);
  });

  it('describes the range of the scores and the best point', () => {
    const points = pointsOf(0.25, undefined, 0.5);
    expect(chartOf(points).description).toBe('3 trials; UAR from 25.0 to 50.0%.');
    const best = { ...points[2]!, isBest: true };
    expect(chartOf([points[0]!, best]).description).toBe(
      '2 trials; UAR from 25.0 to 50.0%. The best, trial 3, has 0.5.',
    );
  });

  it('names each point in its tooltip, and in its row', () => {
    const chart = chartOf([{ x: 0.25, y: 0.5, name: 'trial 1', note: 'after 3 epochs' }]);
    expect(tooltipsOf(chart.svg())).toContain('trial 1: 0.25, 50.0% after 3 epochs');
    expect(chart.rows).toEqual([{ point: 'trial 1', dropout: 0.25, UAR: 0.5, mark: 'filled' }]);
  });

  it('draws a point without a score as ×, and has axes even if all are', () => {
    const chart = chartOf(pointsOf(undefined, undefined));
    expect(chart.description).toBe('2 trials; none has a score.');
    const svg = chart.svg();
    expect(svg).not.toMatch(/Infinity|NaN/);
    expect(textsOf(svg).filter((text) => text === '×')).toHaveLength(2);
    expect(textsOf(svg)).toContain('100');
  });

  it.each([
    ['no-items', '`points` must have at least one entry', []],
    ['invalid-option', '`y` must be a finite number from 0 to 1; got 50', [{ x: 1, y: 50, name: 'a' }]],
    ['invalid-option', "`x` must be a finite number; got 'adam'", [{ x: 'adam', y: 0.5, name: 'a' }]],
  ])('throws %s: %s', (code, fragment, points) => {
    expect(() => chartOf(points)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
