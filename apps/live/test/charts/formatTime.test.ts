import { expect, it } from 'vitest';
import { formatTime, percentOf } from '../../src/charts/formatTime.js';

it('formats times and shares', () => {
  expect([0, 5.26, 59.96, 65.2, 3600].map(formatTime)).toEqual([
    '0:00.0',
    '0:05.3',
    '1:00.0',
    '1:05.2',
    '60:00.0',
  ]);
  expect(percentOf(0.826)).toBe(83);
});
