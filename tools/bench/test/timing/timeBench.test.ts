import { describe, expect, it } from 'vitest';
import { timeReport } from '../../src/timing/timeBench.js';

const ours = [3, 1, 2].map((seconds) => ({ seconds, what: '@ser/dsp' }));

describe('timeReport', () => {
  it('shows both medians and how many times as fast ours is', () => {
    const reference = [{ seconds: 5, what: 'librosa' }];
    expect(timeReport('features', { ours, reference })).toBe(
      [
        'features: @ser/dsp',
        '  ours       2.00 s (median of 3)',
        '  reference  5.00 s (librosa)',
        '  speedup    2.50',
      ].join('\n'),
    );
  });

  it('shows why the reference did not run', () => {
    const report = timeReport('features', { ours, reference: [], reason: 'python3 ENOENT' });
    expect(report).toContain('  reference  did not run: python3 ENOENT');
  });
});
