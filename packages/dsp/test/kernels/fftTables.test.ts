import { describe, expect, it } from 'vitest';
import { PowerSpectrum } from '../../src/fft/powerSpectrum.js';
import { fftTables, suitsKernels } from '../../src/kernels/fftTables.js';
import { openKernels } from '../../src/kernels/kernels.js';
import { Layout } from '../../src/kernels/layout.js';
import { noise } from '../helpers/noise.js';

/** Powers of two frames, by the kernels. */
function powersOf(frames: readonly [Float64Array, Float64Array]): readonly Float64Array[] {
  const kernels = openKernels()!;
  const { start, fft64, powers64, rows64 } = kernels.functions;
  const size = frames[0].length;
  const { inputs, twiddles, circle } = fftTables(size);
  const layout = new Layout(start());
  const [input, packed, output] = [1, 2, 3].map(() => layout.reserve(16 * (size + 2))) as [
    number,
    number,
    number,
  ];
  const [inputsAt, twiddlesAt, circleAt, rows] = [1, 2, 3, 4].map(() => layout.reserve(64 * size)) as [
    number,
    number,
    number,
    number,
  ];
  kernels.claim({}, layout.end);
  kernels.write(inputsAt, inputs);
  kernels.write(twiddlesAt, Float64Array.from(twiddles));
  kernels.write(circleAt, Float64Array.from(circle));
  frames[0].forEach((sample, i) => kernels.float64.set([sample, frames[1][i]!], input / 8 + 2 * i));
  fft64(input, packed, size / 2, inputsAt, twiddlesAt);
  powers64(packed, circleAt, size / 2, output);
  const nBins = size / 2 + 1;
  rows64(output, nBins, rows, nBins + 1);
  return [0, nBins + 1].map((row) => kernels.float64.slice(rows / 8 + row, rows / 8 + row + nBins));
}

describe('fftTables', () => {
  it.each([8, 16, 32, 64, 128, 1024, 2048, 16384])('give the powers of %i samples, bit for bit', (size) => {
    const frames = [1, 2].map((seed) => Float64Array.from(noise(size, 0.3, seed))) as [
      Float64Array,
      Float64Array,
    ];
    const expected = frames.map((frame) => {
      const powers = new Float64Array(size / 2 + 1);
      new PowerSpectrum(size).transform(frame, powers);
      return powers;
    });
    expect(powersOf(frames)).toEqual(expected);
  });
});

describe('suitsKernels', () => {
  it('is true for powers of two from 8 to 16384', () => {
    expect([4, 8, 400, 512, 16384, 32768].map(suitsKernels)).toEqual([false, true, false, true, true, false]);
  });
});
