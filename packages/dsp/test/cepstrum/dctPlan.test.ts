import { describe, expect, it } from 'vitest';
import { dct, DctPlan } from '../../src/cepstrum/dctPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

describe('DctPlan', () => {
  it('of a constant is all in coefficient 0', () => {
    expect(maxDifference(dct(Float32Array.of(1, 1, 1, 1)), [2, 0, 0, 0])).toBeLessThan(1e-7);
  });

  it.each([1, 2, 7, 16])(
    'is orthonormal at size %i: the images of unit vectors are unit vectors, at right angles',
    (size) => {
      const images = Array.from({ length: size }, (_, i) =>
        dct(Float32Array.from({ length: size }, (_, n) => +(n === i))),
      );
      images.forEach((a, i) =>
        images.forEach((b, j) => {
          expect(a.reduce((sum, value, k) => sum + value * b[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 6);
        }),
      );
    },
  );

  it.each([1, 2, 5, 8])('with %i coefficients gives the first of them all', (nCoefficients) => {
    const input = syntheticClip(8000, 8).samples;
    expect(dct(input, { nCoefficients })).toEqual(dct(input).slice(0, nCoefficients));
  });

  it('rejects more coefficients than input values', () => {
    const error = errorFrom(() => new DctPlan(4, { nCoefficients: 5 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('`nCoefficients` must be an integer from 1 to 4; got 5');
  });

  it('rejects buffers of another length', () => {
    const error = errorFrom(() => new DctPlan(4).transform(new Float32Array(3), new Float32Array(4)));
    expect(error.code).toBe('buffer-mismatch');
    expect(error.message).toContain('`input` must hold 4 numbers; got 3');
  });

  // float32 results near 1
  it.each(golden<{ size: number; expected: number[] }>('dcts'))(
    'equals scipy at size $size',
    ({ size, expected }) => {
      expect(maxDifference(dct(syntheticClip(8000, 480).samples.slice(0, size)), expected)).toBeLessThan(
        5e-7,
      );
    },
  );
});
