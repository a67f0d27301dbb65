import { expect, it } from 'vitest';
import { shown } from '../../src/options/shown.js';

it.each([
  ['a', "'a'"],
  [1.5, '1.5'],
  [Number.NaN, 'NaN'],
  [null, 'null'],
  [undefined, 'undefined'],
  [10n, '10n'],
  [[1, 'b'], '[1,"b"]'],
  [{ a: 1 }, '{"a":1}'],
])('shows %s as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

it('cuts long values', () => {
  expect(shown('x'.repeat(1000))).toHaveLength(80);
});

it('shows what JSON cannot express', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  expect(shown(circular)).toBe('an object');
});
