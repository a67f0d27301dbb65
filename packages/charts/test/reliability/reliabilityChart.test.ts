import { describe, expect, it } from 'vitest';
import { reliabilityChart } from '../../src/reliability/reliabilityChart.js';
import { bins } from '../samples.js';
import { all, parseXml } from '../xml.js';

describe('reliabilityChart', () => {
  const chart = reliabilityChart(bins, { error: 0.05 });
  const svg = parseXml(chart.svg());

  it('draws a bar as high as the accuracy, and leaves empty bins out', () => {
    const bars = all(svg, 'rect').filter(({ attributes }) => attributes.class === 'fill0');
    const [medium, high] = bars.map(({ attributes }) => Number(attributes.height));
    expect(bars).toHaveLength(2);
    expect(high! / medium!).toBeCloseTo(0.95 / 0.5, 2);
  });

  it('puts a point at the mean confidence of the bin, not in its middle', () => {
    const [first, second] = all(svg, 'circle').map(({ attributes }) => Number(attributes.cx));
    const [left, right] = [48, 48 + 280];
    expect((first! - left) / (right - left)).toBeCloseTo(0.7, 2);
    expect((second! - left) / (right - left)).toBeCloseTo(0.97, 2);
  });

  it('describes the error and the bins', () => {
    expect(chart.description).toBe(
      'Expected calibration error 5%. confidence 50% to 90%: 50% correct of 8; confidence 90% to 100%: 95% correct of 40.',
    );
  });

  it('has a row for each bin with predictions', () => {
    expect(chart.rows).toEqual([
      { from: 0.5, to: 0.9, 'mean confidence': 0.7, accuracy: 0.5, predictions: 8 },
      { from: 0.9, to: 1, 'mean confidence': 0.97, accuracy: 0.95, predictions: 40 },
    ]);
  });

  it.each([
    ['no-items', '`bins` must have at least one entry', [], {}],
    ['invalid-option', '`error` must be a finite number from 0 to 1; got 5', bins, { error: 5 }],
    ['invalid-option', '`accuracy` must be', [{ ...bins[1]!, accuracy: 2 }], {}],
  ])('throws %s: %s', (code, fragment, data, options) => {
    expect(() => reliabilityChart(data, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
