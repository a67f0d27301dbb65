import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A recorded number; null stands for NaN. */
export type Answer = number | null;

/** Reads a file of recorded answers from `goldens/`. */
export function readGolden<Golden>(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`goldens/${name}`, import.meta.url), 'utf8')) as Golden;
}

/** Series and quotients of a few hundred terms: 12 digits agree. */
export function expectClose(value: number, expected: number): void {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
}
