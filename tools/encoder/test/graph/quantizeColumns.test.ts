import { describe, expect, it } from 'vitest';
import { quantizeColumns, quantizeKernels } from '../../src/graph/quantizeColumns.js';
import { normalNumbers } from './randomWeights.js';

describe('quantizeColumns', () => {
  it('transposes the matrix and gives each output its own scale', () => {
    const { values, scales } = quantizeColumns(Float32Array.of(127, -3, -2, 254), 2);
    expect([...scales]).toEqual([1, 2]);
    expect([...values]).toEqual([127, -1, -3, 127]);
  });

  it('is within half a step of the weights', () => {
    const weight = normalNumbers(1, 8 * 64);
    const { values, scales } = quantizeColumns(weight, 8);
    weight.forEach((value, i) => {
      const [output, input] = [Math.floor(i / 64), i % 64];
      const rounded = values[input * 8 + output]! * scales[output]!;
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5001 * scales[output]!);
    });
  });

  it('keeps the sum of two neighbors within 128, so that no processor saturates', () => {
    const outputs = 64;
    const { values } = quantizeColumns(normalNumbers(2, outputs * 128), outputs);
    const sums: number[] = [];
    for (let input = 0; input < 128; input += 2) {
      for (let output = 0; output < outputs; output++) {
        sums.push(Math.abs(values[input * outputs + output]! + values[(input + 1) * outputs + output]!));
      }
    }
    expect(Math.max(...sums)).toBeLessThanOrEqual(128);
    expect(Math.max(...sums)).toBeGreaterThanOrEqual(126);
  });

  it('of weights that are all 0 is 0', () => {
    const { values, scales } = quantizeColumns(new Float32Array(4), 1);
    expect([[...values], [...scales]]).toEqual([[0, 0, 0, 0], [1]]);
  });
});

describe('quantizeKernels', () => {
  it('keeps the order and gives each output its own scale', () => {
    const { values, scales } = quantizeKernels(Float32Array.of(127, 127, -2, 254), 2);
    expect([...scales]).toEqual([1, 2]);
    expect([...values]).toEqual([127, 127, -1, 127]);
  });
});
