import { describe, expect, it } from 'vitest';
import { Layout } from '../../src/kernels/layout.js';

describe('Layout', () => {
  it('assigns multiples of 16, with room for a vector after each', () => {
    const layout = new Layout(1024);
    expect([layout.reserve(8), layout.reserve(16), layout.reserve(17), layout.end]).toEqual([
      1024, 1056, 1088, 1136,
    ]);
  });
});
