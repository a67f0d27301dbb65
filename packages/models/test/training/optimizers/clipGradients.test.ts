import { describe, expect, it } from 'vitest';
import { clipGradients } from '../../../src/training/optimizers/clipGradients.js';

describe('clipGradients', () => {
  const gradients = [Float32Array.of(3, 4), Float32Array.of(0, -12)];

  it('clips elements, the norm of each weight, or the norm of all weights', () => {
    expect(clipGradients(gradients, { clipValue: 3.5 })).toEqual([
      Float32Array.of(3, 3.5),
      Float32Array.of(0, -3.5),
    ]);
    expect(clipGradients(gradients, { clipNorm: 6 })).toEqual([gradients[0], Float32Array.of(0, -6)]);
    expect(clipGradients(gradients, { globalClipNorm: 6.5 })).toEqual([
      Float32Array.of(1.5, 2),
      Float32Array.of(0, -6),
    ]);
  });

  it('does not change gradients within the bound, or zeros', () => {
    expect(clipGradients(gradients, { globalClipNorm: 13 })).toEqual(gradients);
    expect(clipGradients([new Float32Array(2)], { clipNorm: 1 })).toEqual([new Float32Array(2)]);
    expect(clipGradients(gradients, {})).toBe(gradients);
  });
});
