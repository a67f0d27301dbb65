import { expect } from 'vitest';

/** Within `tolerance` times the largest expected value, because float32 sums depend on their order. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1e-2, ...Array.from(expected, Math.abs));
  const errors = Array.from(expected, (value, i) => Math.abs(value - found[i]!));
  expect(Math.max(...errors) / scale).toBeLessThan(tolerance);
}
