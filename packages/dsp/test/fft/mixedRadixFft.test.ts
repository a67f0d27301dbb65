import { describe, expect, it } from 'vitest';
import type { ComplexArray } from '../../src/fft/butterflies.js';
import { hasSmallFactors, MixedRadixFft } from '../../src/fft/mixedRadixFft.js';

function numbers(size: number): ComplexArray {
  return {
    re: Float64Array.from({ length: size }, (_, n) => Math.sin(n * n)),
    im: Float64Array.from({ length: size }, (_, n) => Math.cos(3 * n * n)),
  };
}

/** The definition: `sum x[n] exp(-2 pi i k n / size)`. */
function definition({ re, im }: ComplexArray): ComplexArray {
  const size = re.length;
  const sum = (k: number, term: (n: number, cosine: number, sine: number) => number) =>
    re.reduce((total, _, n) => {
      const angle = (-2 * Math.PI * ((k * n) % size)) / size;
      return total + term(n, Math.cos(angle), Math.sin(angle));
    }, 0);
  return {
    re: re.map((_, k) => sum(k, (n, cosine, sine) => re[n]! * cosine - im[n]! * sine)),
    im: re.map((_, k) => sum(k, (n, cosine, sine) => re[n]! * sine + im[n]! * cosine)),
  };
}

function largestDifference(a: ComplexArray, b: ComplexArray): number {
  return a.re.reduce(
    (largest, _, n) => Math.max(largest, Math.abs(a.re[n]! - b.re[n]!), Math.abs(a.im[n]! - b.im[n]!)),
    0,
  );
}

describe('MixedRadixFft', () => {
  it('transforms an impulse to a constant, and a constant to an impulse', () => {
    const impulse = { re: Float64Array.of(1, 0, 0, 0, 0, 0), im: new Float64Array(6) };
    new MixedRadixFft(6).transform(impulse);
    expect([...impulse.re]).toEqual([1, 1, 1, 1, 1, 1]);
    const constant = { re: new Float64Array(4).fill(1), im: new Float64Array(4) };
    new MixedRadixFft(4).transform(constant);
    expect([...constant.re]).toEqual([4, 0, 0, 0]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 25, 32, 49, 105, 128, 147, 160, 210, 320, 441])(
    'of %i numbers equals the definition',
    (size) => {
      const x = numbers(size);
      const expected = definition(x);
      new MixedRadixFft(size).transform(x);
      expect(largestDifference(x, expected)).toBeLessThan(1e-12 * size);
    },
  );

  it.each([147, 1024, 2352, 5120])(
    'of %i numbers is inverted with real and imaginary parts swapped',
    (size) => {
      const x = numbers(size);
      const fft = new MixedRadixFft(size);
      fft.transform(x);
      fft.transform({ re: x.im, im: x.re });
      const back = { re: x.re.map((value) => value / size), im: x.im.map((value) => value / size) };
      expect(largestDifference(back, numbers(size))).toBeLessThan(1e-13);
    },
  );

  it('supports sizes without prime factors above 7', () => {
    expect([1, 2, 7, 147, 22050, 48000].map(hasSmallFactors)).toEqual(Array(6).fill(true));
    expect([11, 12207, 2 * 13].map(hasSmallFactors)).toEqual(Array(3).fill(false));
  });
});
