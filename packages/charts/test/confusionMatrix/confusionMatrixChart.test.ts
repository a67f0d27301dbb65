import { describe, expect, it } from 'vitest';
import { confusionMatrixChart } from '../../src/confusionMatrix/confusionMatrixChart.js';
import { parseXml, textsOf, tooltipsOf } from '../xml.js';

const labels = ['angry', 'sad'];
const matrix = [
  [6, 2],
  [1, 0],
];

describe('confusionMatrixChart', () => {
  it('has each count with its share of the row, actual down and predicted across', () => {
    const svg = confusionMatrixChart({ matrix, labels }).svg();
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['6', '75%', '2', '25%', '1', '100%', '0', 'actual', 'predicted']),
    );
    expect(tooltipsOf(svg)).toContain('actual angry, predicted sad: 2 (25%)');
  });

  it('has a row for each cell', () => {
    expect(confusionMatrixChart({ matrix, labels }).rows.slice(0, 2)).toEqual([
      { actual: 'angry', predicted: 'angry', count: 6, share: 0.75 },
      { actual: 'angry', predicted: 'sad', count: 2, share: 0.25 },
    ]);
  });

  it('describes recalls and the most frequent confusion', () => {
    expect(confusionMatrixChart({ matrix, labels }).description).toBe(
      '2 classes, 9 items; rows are actual, columns predicted. Recall: angry 75%, sad 0%. Most often confused: sad predicted as angry, 1 (100%).',
    );
  });

  it('describes a class without items as such', () => {
    const counts = [
      [2, 0],
      [0, 0],
    ];
    expect(confusionMatrixChart({ matrix: counts, labels: ['a', 'b'] }).description).toContain('b no items');
  });

  it('cuts a long label, with the whole label as tooltip', () => {
    const long = 'pleasant surprise as intended by the actor';
    const svg = confusionMatrixChart({ matrix, labels: [long, 'sad'] }).svg();
    expect(textsOf(svg).filter((text) => text.endsWith('…'))).toHaveLength(2);
    expect(tooltipsOf(svg)).toContain(long);
  });

  it.each([2, 4, 8])('of %d short labels is at most 500 px wide', (nClasses) => {
    const counts = Array.from({ length: nClasses }, () => Array.from({ length: nClasses }, () => 9));
    const names = counts.map((_, i) => `emotion ${i}`);
    const { attributes } = parseXml(confusionMatrixChart({ matrix: counts, labels: names }).svg());
    expect(Number(attributes.width)).toBeLessThanOrEqual(500);
  });

  it.each([
    ['length-mismatch', 'each of the 3 `labels`', { matrix, labels: ['a', 'b', 'c'] }],
    ['length-mismatch', 'got rows of 2, 1', { matrix: [[1, 2], [3]], labels }],
    ['length-mismatch', 'got rows of nothing', { matrix: [], labels: [] }],
    ['invalid-option', '`matrix` must be counts of at least 0; got -1', { matrix: [[-1]], labels: ['a'] }],
    ['invalid-option', 'got NaN', { matrix: [[NaN]], labels: ['a'] }],
  ])('throws %s: %s', (code, fragment, data) => {
    expect(() => confusionMatrixChart(data)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
