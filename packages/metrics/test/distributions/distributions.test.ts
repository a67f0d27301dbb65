import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../src/distributions/binomialTail.js';
import { normalTail } from '../../src/distributions/normalTail.js';
import { tMultiplier } from '../../src/distributions/studentT.js';

/** As recorded by tools/goldens/metrics.py. */
interface Golden {
  readonly normalTail: readonly (readonly [z: number, share: number])[];
  readonly tMultiplier: readonly (readonly [share: number, degrees: number, multiplier: number])[];
  readonly binomialTail: readonly (readonly [k: number, n: number, share: number])[];
}

const golden = JSON.parse(readFileSync(new URL('../goldens/scipy.json', import.meta.url), 'utf8')) as Golden;

/** Series and quotients of a few hundred terms: 12 digits are left. */
function expectClose(figure: number, expected: number) {
  expect(Math.abs(figure / expected - 1)).toBeLessThan(1e-12);
}

describe('normalTail', () => {
  it('is half of the distribution from its middle on', () => {
    expect(normalTail(0)).toBe(0.5);
  });

  it.each(golden.normalTail)('equals scipy above %d', (z, share) => expectClose(normalTail(z), share));

  it('falls without a step where the series gives way to the fraction', () => {
    expectClose(normalTail(2.5 - 1e-13), normalTail(2.5));
  });
});

describe('tMultiplier', () => {
  it('is the tangent with one degree of freedom, which is Cauchy’s distribution', () => {
    expectClose(tMultiplier(0.5, 1), 1);
  });

  it.each(golden.tMultiplier)('equals scipy for a share of %d and %i degrees', (share, degrees, multiplier) =>
    expectClose(tMultiplier(share, degrees), multiplier),
  );
});

describe('binomialTail', () => {
  it('counts heads', () => {
    expect(binomialTail(1, 4)).toBe((1 + 4) / 16);
  });

  it.each(golden.binomialTail)('equals scipy for at most %i heads of %i', (k, n, share) =>
    expectClose(binomialTail(k, n), share),
  );
});
