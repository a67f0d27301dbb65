import { rocCurve } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { rocCurvesChart } from '../../src/rocCurves/rocCurvesChart.js';
import { perfectCurve } from '../samples.js';
import { all, parseXml, textsOf } from '../xml.js';

const curves = [
  { name: 'angry', ...perfectCurve, area: 1 },
  { name: 'never', falsePositiveRates: [0, 1], truePositiveRates: [NaN, NaN], area: NaN },
];

describe('rocCurvesChart', () => {
  it('draws a plot for each class, with its area', () => {
    const svg = rocCurvesChart(curves).svg();
    const lines = all(parseXml(svg), 'path').map(({ attributes }) => attributes.class);
    expect(lines).toEqual(['axis', 'series0', 'axis']);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['angry', '1.00', 'never', 'no items', 'false positive rate']),
    );
    expect(textsOf(svg)).not.toContain('NaN');
  });

  it('goes up before it goes right for a perfect ranking', () => {
    const [, curve] = all(parseXml(rocCurvesChart(curves).svg()), 'path');
    const points = [...curve!.attributes.d!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points).toHaveLength(3);
    expect(points[0]![0]).toBe(points[1]![0]);
    expect(points[1]![1]).toBe(points[2]![1]);
  });

  it('describes the areas', () => {
    expect(rocCurvesChart(curves).description).toBe(
      'Area under the ROC curve, 0.5 by guessing: angry 1.00, never no items.',
    );
  });

  it('writes 1.00 only for an area of 1', () => {
    const nearly = { ...curves[0]!, area: 0.9999 };
    expect(textsOf(rocCurvesChart([nearly]).svg())).toContain('>0.99');
  });

  it('stays small for a hundred thousand items', () => {
    const n = 100_000;
    const noise = (i: number) => 0.5 + 0.4 * Math.sin(i * i);
    const outcome = {
      actual: Array.from({ length: n }, (_, i) => Number(noise(i) + 0.3 * Math.cos(i) > 0.5)),
      predicted: new Uint8Array(n),
      nClasses: 2,
      probabilities: Array.from({ length: 2 * n }, (_, i) =>
        i % 2 === 0 ? 1 - noise(i >> 1) : noise(i >> 1),
      ),
    };
    const chart = rocCurvesChart([{ name: 'b', ...rocCurve(outcome, 1) }]);
    expect(chart.svg().length).toBeLessThan(12_000);
    expect(chart.rows.length).toBeLessThan(500);
  });

  it('throws for an area outside [0, 1] and for rates that differ in number', () => {
    expect(() => rocCurvesChart([{ ...curves[0]!, area: 93 }])).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`area` must be a finite number from 0 to 1; got 93.',
      }),
    );
    expect(() => rocCurvesChart([{ name: 'a', falsePositiveRates: [0, 1], truePositiveRates: [0] }])).toThrow(
      expect.objectContaining({
        code: 'length-mismatch',
        message: 'The curve of a must have as many false as true positive rates; got 2 and 1.',
      }),
    );
  });
});
