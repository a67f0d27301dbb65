import { describe, expect, it } from 'vitest';
import { learningCurvesChart } from '../../src/learningCurves/learningCurvesChart.js';
import { all, ownText, parseXml, textsOf } from '../xml.js';

const chartOf = (values: ArrayLike<number>) =>
  learningCurvesChart([{ name: 'training', values }], { yLabel: 'loss' });
const image = (values: ArrayLike<number>) => parseXml(chartOf(values).svg());
const texts = (values: ArrayLike<number>) => textsOf(chartOf(values).svg());
/** The subpaths of the curve itself, which is drawn before the line of its name. */
const runs = (values: ArrayLike<number>) => all(image(values), 'path')[0]!.attributes.d!.match(/M[^M]*/g);

describe('learningCurvesChart', () => {
  it('marks the axes with round numbers, the vertical one from 0', () => {
    expect(texts([2.3, 1.7, 0.4])).toEqual(
      expect.arrayContaining(['0', '0.5', '1.0', '1.5', '2.0', '2.5', '1', '2', '3', 'epoch', 'loss']),
    );
  });

  it('names each curve at its end', () => {
    const curves = ['training', 'validation'].map((name) => ({ name, values: [2, 1] }));
    const svg = parseXml(learningCurvesChart(curves, { yLabel: 'loss' }).svg());
    const [first, second] = all(svg, 'text').filter((text) =>
      ['training', 'validation'].includes(ownText(text)),
    );
    expect(Number(second!.attributes.y) - Number(first!.attributes.y)).toBeGreaterThanOrEqual(18);
  });

  it('describes first, last, lowest, and highest values', () => {
    expect(chartOf([2, 0.5, 1]).description).toBe(
      'loss by epoch, 1 curve. training: from 2 to 1, lowest 0.5, highest 2.',
    );
  });

  it('has a gap, and null in its rows, where a value is not finite', () => {
    expect(runs([2, 1.5, NaN, 1.2, 1])).toHaveLength(2);
    expect(runs([2, 1.5, Infinity, 1.2, 1])).toHaveLength(2);
    expect(chartOf([2, NaN]).rows).toEqual([
      { curve: 'training', epoch: 1, value: 2 },
      { curve: 'training', epoch: 2, value: null },
    ]);
  });

  it('draws a point without neighbors as a circle', () => {
    expect(all(image([0.4]), 'circle')).toHaveLength(1);
    expect(all(image([1, 2, NaN, 3, NaN]), 'circle')).toHaveLength(1);
    expect(all(image([1, 2]), 'circle')).toHaveLength(0);
  });

  it.each([
    ['no curve', []],
    ['an empty curve', [{ name: 'a', values: [] }]],
    ['only NaN', [{ name: 'a', values: [NaN, NaN] }]],
  ])('of %s says that there are no values', (_, curves) => {
    const svg = learningCurvesChart(curves, { yLabel: 'loss' }).svg();
    expect(textsOf(svg)).toContain('no values');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('goes below 0 for negative values, and draws the largest numbers', () => {
    expect(texts([-1, 1])).toEqual(expect.arrayContaining(['-1.0', '0', '1.0']));
    expect(texts([1e300, 1])).toContain('1e300');
    expect(texts([5e-324, 0])).toContain('1.0');
    expect(chartOf([1e308, -1e308]).svg()).not.toMatch(/NaN|Infinity/);
  });

  it('is taller for many curves, so that their names do not touch', () => {
    const curves = Array.from({ length: 24 }, (_, i) => ({ name: `fold ${i}`, values: [1, 2] }));
    const svg = parseXml(learningCurvesChart(curves, { yLabel: 'loss' }).svg());
    const heights = all(svg, 'text')
      .filter((text) => ownText(text).startsWith('fold'))
      .map((text) => Number(text.attributes.y));
    const sorted = [...heights].sort((a, b) => a - b);
    sorted.slice(1).forEach((y, i) => expect(y - sorted[i]!).toBeGreaterThan(17.9));
    expect(sorted.at(-1)).toBeLessThan(Number(svg.attributes.height));
  });
});
