import { describe, it } from 'vitest';
import { tMultiplier } from '../../src/distributions/studentT.js';
import { expectClose, readGolden } from '../golden.js';

const golden = readGolden<{
  readonly tMultiplier: readonly (readonly [share: number, degrees: number, multiplier: number])[];
}>('scipy.json');

describe('tMultiplier', () => {
  it('is the tangent for one degree of freedom, the Cauchy distribution', () => {
    expectClose(tMultiplier(0.5, 1), 1);
  });

  it.each(golden.tMultiplier)('equals scipy for a share of %d and %i degrees', (share, degrees, multiplier) =>
    expectClose(tMultiplier(share, degrees), multiplier),
  );
});
