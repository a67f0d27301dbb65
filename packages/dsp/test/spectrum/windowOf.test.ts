import { describe, expect, it } from 'vitest';
import { windowOf, type WindowName } from '../../src/spectrum/windowOf.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference } from '../helpers/golden.js';

describe('windowOf', () => {
  it('is periodic: the end point is not repeated', () => {
    expect(maxDifference(windowOf('hann', 4), [0, 0.5, 1, 0.5])).toBeLessThan(1e-15);
  });

  it('hann windows at half their length add up to 1', () => {
    const hann = windowOf('hann', 10);
    for (let i = 0; i < 5; i++) expect(hann[i]! + hann[i + 5]!).toBeCloseTo(1, 15);
  });

  it('rejects an unknown name, listing those that exist', () => {
    const error = errorFrom(() => windowOf('kaiser' as WindowName, 8));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain("`window` must be one of 'hann', 'hamming', 'ones'; got 'kaiser'");
  });

  it('rejects a length of 0', () => {
    expect(errorFrom(() => windowOf('hann', 0)).message).toContain(
      '`n` must be an integer from 1 to 65536; got 0',
    );
  });

  // recorded to nine digits
  it.each(golden<{ name: WindowName; n: number; expected: number[] }>('windows'))(
    'equals scipy: $name of $n',
    ({ name, n, expected }) => {
      expect(maxDifference(windowOf(name, n), expected)).toBeLessThan(1e-9);
    },
  );
});
