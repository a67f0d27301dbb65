import { describe, expect, it } from 'vitest';
import { confusionMatrixSvg } from '../src/confusionMatrixSvg.js';
import { all, ownText, parseXml } from './parseXml.js';

const matrix = [
  [6, 2],
  [1, 0],
];

describe('confusionMatrixSvg', () => {
  it('shows each count with its share of the row, actual downwards and predicted across', () => {
    const svg = parseXml(confusionMatrixSvg({ matrix, labels: ['angry', 'sad'] }));
    const texts = all(svg, 'text').map(ownText);
    expect(texts).toEqual(
      expect.arrayContaining(['6', '75%', '2', '25%', '1', '100%', '0', 'actual', 'predicted']),
    );
    expect(all(svg, 'title').map(ownText)).toContain('actual angry, predicted sad: 2 (25%)');
  });

  it('says in words what it shows', () => {
    const [description] = all(parseXml(confusionMatrixSvg({ matrix, labels: ['angry', 'sad'] })), 'desc');
    expect(ownText(description!)).toBe(
      '2 classes, 9 items; rows are actual, columns predicted. Answered right: angry 75%, sad 0%. Most often confused: sad taken for angry, 1 (100%).',
    );
  });

  it('names a class without items as such', () => {
    const [description] = all(
      parseXml(
        confusionMatrixSvg({
          matrix: [
            [2, 0],
            [0, 0],
          ],
          labels: ['a', 'b'],
        }),
      ),
      'desc',
    );
    expect(ownText(description!)).toContain('b no items');
  });

  it('keeps a long label whole in the text alternative and cuts it in the picture', () => {
    const long = 'pleasant surprise as intended by the actor';
    const svg = parseXml(confusionMatrixSvg({ matrix, labels: [long, 'sad'] }));
    expect(
      all(svg, 'text')
        .map(ownText)
        .filter((text) => text.endsWith('…')),
    ).toHaveLength(2);
    expect(all(svg, 'title').map(ownText)).toContain(long);
  });

  it.each([2, 4, 8])('of %d short labels fits a column of 500 px', (nClasses) => {
    const counts = Array.from({ length: nClasses }, () => Array.from({ length: nClasses }, () => 9));
    const labels = counts.map((_, i) => `emotion ${i}`);
    const { attributes } = parseXml(confusionMatrixSvg({ matrix: counts, labels }));
    expect(Number(attributes.width)).toBeLessThanOrEqual(500);
  });

  it.each([
    ['length-mismatch', 'each of the 3 `labels`', { matrix, labels: ['a', 'b', 'c'] }],
    ['length-mismatch', 'got rows of 2, 1', { matrix: [[1, 2], [3]], labels: ['a', 'b'] }],
    ['length-mismatch', 'got rows of nothing', { matrix: [], labels: [] }],
    ['invalid-option', 'counts >= 0, got `-1`', { matrix: [[-1]], labels: ['a'] }],
    ['invalid-option', 'counts >= 0, got `NaN`', { matrix: [[NaN]], labels: ['a'] }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => confusionMatrixSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
