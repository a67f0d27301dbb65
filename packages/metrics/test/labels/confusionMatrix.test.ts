import { describe, expect, it } from 'vitest';
import { confusionMatrix, normalizeColumns, normalizeRows } from '../../src/labels/confusionMatrix.js';

describe('confusionMatrix', () => {
  it('has a row for each actual and a column for each predicted class', () => {
    const actual = [0, 0, 1];
    const predicted = [0, 1, 1];
    expect(confusionMatrix({ actual, predicted, nClasses: 2 })).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('is transposed when actual and predicted change places', () => {
    const actual = [0, 0, 2, 1, 2];
    const predicted = [1, 0, 1, 1, 2];
    const matrix = confusionMatrix({ actual, predicted, nClasses: 3 });
    const swapped = confusionMatrix({ actual: predicted, predicted: actual, nClasses: 3 });
    expect(swapped).toEqual([0, 1, 2].map((column) => matrix.map((row) => row[column])));
  });

  it('keeps a row and a column of zeros for an absent class', () => {
    expect(confusionMatrix({ actual: [0], predicted: [2], nClasses: 3 })).toEqual([
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('of no items is all zeros', () => {
    expect(confusionMatrix({ actual: [], predicted: [], nClasses: 1 })).toEqual([[0]]);
  });
});

describe('normalizeRows', () => {
  it('puts the recalls on the diagonal and leaves an empty row 0', () => {
    expect(
      normalizeRows([
        [3, 1],
        [0, 0],
      ]),
    ).toEqual([
      [0.75, 0.25],
      [0, 0],
    ]);
  });
});

describe('normalizeColumns', () => {
  it('puts the precisions on the diagonal and leaves an empty column 0', () => {
    expect(
      normalizeColumns([
        [3, 0],
        [1, 0],
      ]),
    ).toEqual([
      [0.75, 0],
      [0.25, 0],
    ]);
  });
});
