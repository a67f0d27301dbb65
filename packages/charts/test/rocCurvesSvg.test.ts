import { rocCurve } from '@ser/metrics';
import { describe, expect, it } from 'vitest';
import { rocCurvesSvg } from '../src/rocCurvesSvg.js';
import { rocCurvesVega } from '../src/rocCurvesVega.js';
import { all, ownText, parseXml } from './parseXml.js';
import { perfectCurve } from './samples.js';

const curves = [
  { name: 'angry', ...perfectCurve, area: 1 },
  { name: 'never', falsePositiveRates: [0, 1], truePositiveRates: [NaN, NaN], area: NaN },
];

describe('rocCurvesSvg', () => {
  it('draws a plot for each class, with its area, none of them told apart by colour', () => {
    const svg = parseXml(rocCurvesSvg({ curves }));
    const lines = all(svg, 'path').map(({ attributes }) => attributes.class);
    expect(lines).toEqual(['axis', 'series0', 'axis']);
    expect(all(svg, 'text').map(ownText)).toEqual(
      expect.arrayContaining(['angry', '1.00', 'never', 'no items', 'false positive rate']),
    );
    expect(all(svg, 'text').map(ownText)).not.toContain('NaN');
  });

  it('goes up before it goes right where a model is perfect', () => {
    const [, curve] = all(parseXml(rocCurvesSvg({ curves })), 'path');
    const points = [...curve!.attributes.d!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points).toHaveLength(3);
    expect(points[0]![0]).toBe(points[1]![0]);
    expect(points[1]![1]).toBe(points[2]![1]);
  });

  it('says in words what it shows', () => {
    expect(ownText(all(parseXml(rocCurvesSvg({ curves })), 'desc')[0]!)).toBe(
      'Area under the ROC curve, 0.5 by guessing: angry 1.00, never no items.',
    );
  });

  it('writes 1.00 only for a perfect curve', () => {
    const nearly = { ...curves[0]!, area: 0.9999 };
    expect(all(parseXml(rocCurvesSvg({ curves: [nearly] })), 'text').map(ownText)).toContain('>0.99');
  });

  it('refuses an area that is no share', () => {
    expect(() => rocCurvesSvg({ curves: [{ ...curves[0]!, area: 93 }] })).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: '`area` must lie in [0, 1], got `93`.' }),
    );
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
    const options = { curves: [{ name: 'b', ...rocCurve(outcome, 1) }] };
    expect(rocCurvesSvg(options).length).toBeLessThan(12_000);
    expect(rocCurvesVega(options).data.values.length).toBeLessThan(500);
  });

  it('refuses rates that differ in number', () => {
    const odd = { name: 'a', falsePositiveRates: [0, 1], truePositiveRates: [0] };
    expect(() => rocCurvesSvg({ curves: [odd] })).toThrow(
      expect.objectContaining({
        code: 'length-mismatch',
        message: 'The curve of a must have as many false as true positive rates, got 2 and 1.',
      }),
    );
  });
});
