import { expect, it } from 'vitest';
import { colorOf } from '../../src/charts/palette.js';

it('gives emotions their color, and new labels one of their own', () => {
  const labels = ['angry', 'tired', 'proud'];
  expect(colorOf('angry', labels)).toBe(colorOf('Anger', ['Anger']));
  expect(new Set(labels.map((label) => colorOf(label, labels))).size).toBe(3);
});
