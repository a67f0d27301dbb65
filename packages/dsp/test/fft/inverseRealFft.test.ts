import { describe, expect, it } from 'vitest';
import { InverseRealFft } from '../../src/fft/inverseRealFft.js';
import { RealFft } from '../../src/fft/realFft.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { maxDifference } from '../helpers/golden.js';

function inverse(bins: readonly number[], size: number): Float64Array {
  const signal = new Float64Array(size);
  new InverseRealFft(size).transform(Float64Array.from(bins), signal);
  return signal;
}

describe('InverseRealFft', () => {
  it('gives a constant for 0 Hz, and a cosine for another bin', () => {
    expect([...inverse([4, 0, 0, 0, 0, 0], 4)]).toEqual([1, 1, 1, 1]);
    expect([...inverse([0, 0, 2, 0, 0, 0], 4)]).toEqual([1, 0, -1, 0]);
    expect([...inverse([0, 0, 0, 0, 4, 0], 4)]).toEqual([1, -1, 1, -1]);
  });

  it.each([2, 3, 4, 5, 6, 7, 16, 25, 49, 100, 101, 400, 1024])(
    'is the inverse of RealFft of size %i',
    (size) => {
      const signal = Float64Array.from({ length: size }, (_, n) => Math.sin(n * n));
      const forward = new RealFft(size);
      const bins = new Float64Array(2 * forward.nFrequencies);
      forward.transform(signal, bins);
      expect(maxDifference(inverse([...bins], size), signal)).toBeLessThan(1e-13);
    },
  );

  it('ignores the imaginary parts at 0 Hz and at the Nyquist frequency', () => {
    expect([...inverse([4, 7, 0, 0, 0, -3], 4)]).toEqual([1, 1, 1, 1]);
    expect([...inverse([3, 7, 0, 0], 3)]).toEqual([...inverse([3, 0, 0, 0], 3)]);
  });

  it('rejects buffers of another length', () => {
    const plan = new InverseRealFft(4);
    expect(errorFrom(() => plan.transform(new Float64Array(4), new Float64Array(4))).code).toBe(
      'buffer-mismatch',
    );
    expect(errorFrom(() => plan.transform(new Float64Array(6), new Float64Array(5))).message).toContain(
      '`output` must hold 4 numbers; got 5',
    );
  });
});
