import { describe, expect, it } from 'vitest';
import { normalTail } from '../../src/distributions/normalTail.js';
import { expectClose, readGolden } from '../golden.js';

const golden = readGolden<{ readonly normalTail: readonly (readonly [z: number, share: number])[] }>(
  'scipy.json',
);

describe('normalTail', () => {
  it('is a half above 0', () => {
    expect(normalTail(0)).toBe(0.5);
  });

  it.each(golden.normalTail)('equals scipy above %d', (z, share) => expectClose(normalTail(z), share));

  it('has no step between the series and the fraction', () => {
    expectClose(normalTail(2.5 - 1e-13), normalTail(2.5));
  });
});
