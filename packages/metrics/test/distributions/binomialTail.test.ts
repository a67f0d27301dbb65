import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../src/distributions/binomialTail.js';
import { expectClose, readGolden } from '../golden.js';

const golden = readGolden<{
  readonly binomialTail: readonly (readonly [k: number, n: number, share: number])[];
}>('scipy.json');

describe('binomialTail', () => {
  it('is the share of outcomes with at most k heads', () => {
    expect(binomialTail(1, 4)).toBe((1 + 4) / 16);
  });

  it.each(golden.binomialTail)('equals scipy for at most %i heads of %i', (k, n, share) =>
    expectClose(binomialTail(k, n), share),
  );
});
