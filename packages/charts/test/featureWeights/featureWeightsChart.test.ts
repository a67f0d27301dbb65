import { describe, expect, it } from 'vitest';
import { featureWeightsChart } from '../../src/featureWeights/featureWeightsChart.js';
import { textsOf, tooltipsOf } from '../xml.js';

const data = {
  weights: [
    [0.1, -0.1],
    [0.4, -0.2],
    [-0.05, -0.9],
  ],
  names: ['mfcc0.mean', 'f0.mean', 'rms.p95'],
  labels: ['angry', 'sad'],
};

describe('featureWeightsChart', () => {
  it('has the features with the largest weights first, and no more than `top`', () => {
    const names = tooltipsOf(featureWeightsChart(data, { top: 2 }).svg());
    expect(names.filter((name) => name.includes(', '))).toEqual([
      'rms.p95, angry: −0.05',
      'rms.p95, sad: −0.90',
      'f0.mean, angry: +0.40',
      'f0.mean, sad: −0.20',
    ]);
  });

  it('has a row for each feature and class', () => {
    expect(featureWeightsChart(data, { top: 1 }).rows).toEqual([
      { feature: 'rms.p95', class: 'angry', weight: -0.05 },
      { feature: 'rms.p95', class: 'sad', weight: -0.9 },
    ]);
  });

  it('shows signs in text as well as by color', () => {
    expect(textsOf(featureWeightsChart(data).svg())).toEqual(expect.arrayContaining(['+0.40', '−0.90']));
  });

  it('writes what rounds to zero as 0, not as −0.00', () => {
    const small = { ...data, weights: [[0.001, -0.001], ...data.weights.slice(1)] };
    const texts = textsOf(featureWeightsChart(small).svg());
    expect(texts.filter((text) => text === '0')).toHaveLength(2);
  });

  it('describes the largest weight for each class', () => {
    expect(featureWeightsChart(data).description).toBe(
      '3 features. Largest weight: angry f0.mean (+0.40), sad mfcc0.mean (−0.10).',
    );
  });

  it.each([
    ['length-mismatch', 'got 2 rows', { weights: data.weights.slice(1) }, {}],
    ['length-mismatch', 'one of 1', { weights: [[1], [1, 2], [1, 2]] }, {}],
    [
      'invalid-option',
      '`weights` must be finite numbers; got NaN',
      { weights: [...data.weights.slice(1), [NaN, 0]] },
      {},
    ],
    ['invalid-option', '`top` must be an integer at least 1; got 0', {}, { top: 0 }],
  ])('throws %s: %s', (code, fragment, change, options) => {
    expect(() => featureWeightsChart({ ...data, ...change }, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
