import { describe, expect, it } from 'vitest';
import { robustnessTable } from '../../src/robustness/robustnessBench.js';

describe('robustnessTable', () => {
  it('shows the change in points beside each value', () => {
    const clean = {
      name: 'as recorded',
      withCopy: { unseen: 0.5, afterFive: 0.6 },
      withoutCopy: { unseen: 0.45, afterFive: 0.55 },
    };
    const noisy = {
      name: 'noise',
      withCopy: { unseen: 0.44, afterFive: 0.58 },
      withoutCopy: { unseen: 0.2, afterFive: 0.56 },
    };
    const [, , , row] = robustnessTable([clean, noisy]).split('\n');
    expect(row).toBe('| noise | 20.0 (−25.0) | 44.0 (−6.0) | 56.0 (+1.0) | 58.0 (−2.0) |');
  });
});
