import { describe, expect, it } from 'vitest';
import { chromaFilters, type ChromaFilterOptions } from '../../src/chroma/chromaFilters.js';
import { golden, maxDifference } from '../helpers/golden.js';

const options = { sampleRate: 16000, nFft: 2048, nChroma: 12, tuning: 0, ctroct: 5, octwidth: null };

/** Weight of one bin in every filter. */
function columnOf(filters: Float32Array, bin: number): number[] {
  return Array.from({ length: 12 }, (_, chroma) => filters[chroma * 1025 + bin]!);
}

describe('chromaFilters', () => {
  it('has weights of norm 1 for each bin', () => {
    const filters = chromaFilters(options);
    for (const bin of [0, 1, 57, 1024]) expect(Math.hypot(...columnOf(filters, bin))).toBeCloseTo(1, 6);
  });

  it('assigns the bin nearest to 440 Hz to A, class 9', () => {
    const column = columnOf(chromaFilters(options), 56);
    expect(column.indexOf(Math.max(...column))).toBe(9);
  });

  it('tuned half a step up, weights A and A flat equally', () => {
    const bin = 64; // 500 Hz, 2.21 semitones above A
    const tuning = 12 * Math.log2(500 / 440) - 1.5;
    const column = columnOf(chromaFilters({ ...options, tuning }), bin);
    expect(column[10]).toBeCloseTo(column[11]!, 6);
  });

  // float32 weights, recorded to nine digits
  it.each(golden<{ options: ChromaFilterOptions; expected: number[] }>('chromaFilters'))(
    'equals librosa: $title',
    ({ options, expected }) => {
      expect(maxDifference(chromaFilters(options), expected)).toBeLessThan(1e-7);
    },
  );
});
