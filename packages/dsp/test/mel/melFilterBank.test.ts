import { describe, expect, it } from 'vitest';
import { melFilterBank, type MelFilterBankOptions } from '../../src/mel/melFilterBank.js';
import { melFrequencies } from '../../src/mel/melFrequencies.js';
import { fftFrequencies } from '../../src/spectrum/fftFrequencies.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxRelativeDifference } from '../helpers/golden.js';

const speech = { sampleRate: 16000, nFft: 512, nMels: 40 } as const;

function rowsOfMatrix(matrix: Float32Array, nRows: number): Float32Array[] {
  const width = matrix.length / nRows;
  return Array.from({ length: nRows }, (_, row) => matrix.subarray(row * width, (row + 1) * width));
}

describe('melFilterBank', () => {
  it('peaks within one bin of the mel frequencies', () => {
    const peaks = melFrequencies({ nMels: 42, fMin: 0, fMax: 8000 }).subarray(1, 41);
    const bins = fftFrequencies(speech);
    rowsOfMatrix(melFilterBank(speech).toDense(), 40).forEach((weights, mel) => {
      const peakBin = weights.indexOf(Math.max(...weights));
      expect(Math.abs(bins[peakBin]! - peaks[mel]!)).toBeLessThanOrEqual(16000 / 512);
    });
  });

  it("filters have the area 1 with melNorm 'slaney', the height 1 with 'none'", () => {
    const fine = { sampleRate: 16000, nFft: 32768, nMels: 20 } as const;
    for (const weights of rowsOfMatrix(melFilterBank(fine).toDense(), 20)) {
      expect(weights.reduce((sum, weight) => sum + weight, 0) * (16000 / 32768)).toBeCloseTo(1, 3);
    }
    for (const weights of rowsOfMatrix(melFilterBank({ ...fine, melNorm: 'none' }).toDense(), 20)) {
      expect(Math.max(...weights)).toBeCloseTo(1, 1);
    }
  });

  it("with melNorm 'none', neighbors add up to 1 between the first and the last peak", () => {
    const dense = melFilterBank({ ...speech, melNorm: 'none' }).toDense();
    const middle = fftFrequencies(speech).findIndex((hz) => hz > 1000);
    const column = rowsOfMatrix(dense, 40).reduce((sum, weights) => sum + weights[middle]!, 0);
    expect(column).toBeCloseTo(1, 6);
  });

  it('applies the filters as the matrix would', () => {
    const bank = melFilterBank(speech);
    const spectrum = Float64Array.from({ length: 257 }, (_, k) => 1 + Math.sin(k));
    const expected = rowsOfMatrix(bank.toDense(), 40).map((weights) =>
      weights.reduce((sum, weight, k) => sum + weight * spectrum[k]!, 0),
    );
    const output = new Float32Array(43).fill(-1);
    bank.apply(spectrum, output, 2);
    expect(maxRelativeDifference(output.subarray(2, 42), expected)).toBeLessThan(1e-6);
    expect([output[1], output[42]]).toEqual([-1, -1]);
  });

  it('lists filters without bins', () => {
    expect(melFilterBank(speech).emptyFilters).toEqual([]);
    expect(melFilterBank({ sampleRate: 16000, nFft: 256, nMels: 128 }).emptyFilters.slice(0, 2)).toEqual([
      0, 3,
    ]);
  });

  it.each([
    [
      { fMax: 9000 },
      '`fMax` must be a finite number above 0 and at most 8000; got 9000. A recording contains',
    ],
    [{ fMin: 4000, fMax: 300 }, '`fMax` must be a finite number above 4000 and at most 8000; got 300'],
    [{ fMin: -1 }, '`fMin` must be a finite number at least 0; got -1'],
    [{ nMels: 0 }, '`nMels` must be an integer from 1 to 4096; got 0'],
    [{ htk: 1 }, '`htk` must be one of true, false'],
    [{ melNorm: null }, "`melNorm` must be one of 'slaney', 'none'; got null"],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => melFilterBank({ ...speech, ...(options as MelFilterBankOptions) }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  interface Case {
    sampleRate: number;
    nFft: number;
    options: MelFilterBankOptions;
    expected: number[];
  }
  // librosa rounds to float32 twice, before and after the norm
  it.each(golden<Case>('melFilterBanks'))(
    'equals librosa: $title',
    ({ sampleRate, nFft, options, expected }) => {
      const dense = melFilterBank({ sampleRate, nFft, ...options }).toDense();
      expect(maxRelativeDifference(dense, expected)).toBeLessThan(2e-7);
    },
  );
});
