import { describe, expect, it } from 'vitest';
import { featureWeightsSvg } from '../src/featureWeightsSvg.js';
import { featureWeightsVega } from '../src/featureWeightsVega.js';
import { all, ownText, parseXml } from './parseXml.js';

const options = {
  weights: [
    [0.1, -0.1],
    [0.4, -0.2],
    [-0.05, -0.9],
  ],
  names: ['mfcc0.mean', 'f0.mean', 'rms.p95'],
  labels: ['angry', 'sad'],
};

describe('featureWeightsSvg', () => {
  it('shows the weightiest features first, and no more than asked for', () => {
    const svg = parseXml(featureWeightsSvg({ ...options, top: 2 }));
    const names = all(svg, 'title')
      .map(ownText)
      .filter((title) => title.includes(', '));
    expect(names).toEqual([
      'rms.p95, angry: −0.05',
      'rms.p95, sad: −0.90',
      'f0.mean, angry: +0.40',
      'f0.mean, sad: −0.20',
    ]);
  });

  it('tells for and against by sign as well as by colour', () => {
    const texts = all(parseXml(featureWeightsSvg(options)), 'text').map(ownText);
    expect(texts).toEqual(expect.arrayContaining(['+0.40', '−0.90']));
  });

  it('writes what rounds to nothing as 0, not as −0.00', () => {
    const small = { ...options, weights: [[0.001, -0.001], ...options.weights.slice(1)] };
    const texts = all(parseXml(featureWeightsSvg(small)), 'text').map(ownText);
    expect(texts.filter((text) => text === '0')).toHaveLength(2);
  });

  it('says in words what speaks most for each class', () => {
    expect(ownText(all(parseXml(featureWeightsSvg(options)), 'desc')[0]!)).toBe(
      '3 features. Most is said for angry by a high f0.mean (+0.40), sad by a high mfcc0.mean (−0.10).',
    );
  });

  it.each([
    ['length-mismatch', 'got 2 rows', { ...options, weights: options.weights.slice(1) }],
    ['length-mismatch', 'one of 1', { ...options, weights: [[1], [1, 2], [1, 2]] }],
    [
      'invalid-option',
      'must be finite, got `NaN`',
      { ...options, weights: [...options.weights.slice(1), [NaN, 0]] },
    ],
    ['invalid-option', '`top` must be a whole number >= 1, got `0`', { ...options, top: 0 }],
  ])('refuses %s: %s', (code, fragment, wrong) => {
    expect(() => featureWeightsSvg(wrong)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});

describe('featureWeightsVega', () => {
  it('has a row for each feature and class', () => {
    expect(featureWeightsVega({ ...options, top: 1 }).data.values).toEqual([
      { feature: 'rms.p95', class: 'angry', weight: -0.05 },
      { feature: 'rms.p95', class: 'sad', weight: -0.9 },
    ]);
  });
});
