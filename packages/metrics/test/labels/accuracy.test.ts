import { expect, it } from 'vitest';
import { accuracy } from '../../src/labels/accuracy.js';

it('is the share of items that are predicted correctly', () => {
  expect(accuracy({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 })).toBe(0.75);
});

it('throws without items', () => {
  expect(() => accuracy({ actual: [], predicted: [], nClasses: 2 })).toThrow(
    expect.objectContaining({
      code: 'no-items',
      message: '`actual` is empty; a score needs at least one item.',
    }),
  );
});
