import { describe, expect, it } from 'vitest';
import { PowerOfTwoFft } from '../../src/fft/powerOfTwoFft.js';
import { maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

describe('PowerOfTwoFft', () => {
  it.each([2, 4, 8, 16, 32, 64, 128])('of %i numbers is the sum that it is defined by', (size) => {
    const input = noise(2 * size);
    const expected = Array.from({ length: size }, (_, k) => {
      let [re, im] = [0, 0];
      for (let n = 0; n < size; n++) {
        const angle = (-2 * Math.PI * k * n) / size;
        re += input[2 * n]! * Math.cos(angle) - input[2 * n + 1]! * Math.sin(angle);
        im += input[2 * n]! * Math.sin(angle) + input[2 * n + 1]! * Math.cos(angle);
      }
      return [re, im];
    }).flat();
    expect(maxDifference(new PowerOfTwoFft(size).transform(input), expected)).toBeLessThan(1e-12);
  });
});
