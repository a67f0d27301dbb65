import { describe, expect, it } from 'vitest';
import { bytesOf, floatsOf, packParts, unpackParts } from '../../src/executor/parts.js';

describe('packParts', () => {
  it('stores pieces that are read again bit for bit', () => {
    const values = Float32Array.of(1, NaN, -0, 1e-45);
    const packed = packParts({
      header: { name: 'é' },
      parts: { odd: Uint8Array.of(7), values: bytesOf(values) },
    });
    const { header, parts } = unpackParts(packed);
    expect(header).toEqual({ name: 'é' });
    expect([...parts['odd']!]).toEqual([7]);
    expect(bytesOf(floatsOf(parts['values']!))).toEqual(bytesOf(values));
  });

  it('reads pieces at any place of the memory', () => {
    const packed = packParts({ header: null, parts: { values: bytesOf(Float32Array.of(0.5)) } });
    const moved = new Uint8Array(packed.length + 1);
    moved.set(packed, 1);
    expect([...floatsOf(unpackParts(moved.subarray(1)).parts['values']!)]).toEqual([0.5]);
  });

  it('gives equal bytes to equal content', () => {
    const content = { header: [1], parts: { a: Uint8Array.of(1, 2, 3) } };
    expect(packParts(content)).toEqual(packParts(structuredClone(content)));
  });
});
