import { expect, it } from 'vitest';
import { coverageTable } from '../src/coverageTable.js';

it('lists how many answers remain above a probability, and how many of them are right', () => {
  const clip = (actual: number, share: number) => ({
    ...{ actual, predicted: 0 },
    probabilities: Float32Array.of(share, 1 - share),
  });
  const lines = coverageTable([clip(0, 0.95), clip(0, 0.75), clip(1, 0.65), clip(1, 0.55)]).split('\n');
  expect(lines[2]).toBe('| 0.0 | 100.0 | 50.0 | 72.5 |');
  expect(lines[6]).toBe('| 0.6 | 75.0 | 66.7 | 78.3 |');
  expect(lines[8]).toBe('| 0.8 | 25.0 | 100.0 | 95.0 |');
});
