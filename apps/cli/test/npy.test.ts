import { describe, expect, it } from 'vitest';
import { encodeNpy } from '../src/npy.js';

/** Reads a file of version 1.0 according to the format description, independently of the writer. */
function decodeNpy(bytes: Uint8Array): { header: string; dataStart: number; values: number[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(8, true);
  const dataStart = 10 + length;
  const values = [];
  for (let at = dataStart; at < bytes.length; at += 4) values.push(view.getFloat32(at, true));
  return { header: Buffer.from(bytes.subarray(10, dataStart)).toString('latin1'), dataStart, values };
}

describe('encodeNpy', () => {
  it('begins with the magic string and version 1.0', () => {
    const bytes = encodeNpy({ data: Float32Array.of(1), shape: [1] });
    expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  });

  it('writes the shape, type, and order as a Python dictionary, padded with spaces and ended by a line feed', () => {
    const { header } = decodeNpy(encodeNpy({ data: new Float32Array(6), shape: [2, 3] }));
    expect(header).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/);
  });

  it('writes one axis as a Python tuple with one element', () => {
    expect(decodeNpy(encodeNpy({ data: new Float32Array(3), shape: [3] })).header).toContain(
      "'shape': (3,), ",
    );
  });

  it.each([[[1]], [[2, 3]], [[12345, 40]], [[10, 10, 10, 10]]])(
    'aligns the data of shape %j to 64 bytes',
    (shape) => {
      const data = new Float32Array(shape.reduce((product, length) => product * length));
      const bytes = encodeNpy({ data, shape });
      const { dataStart } = decodeNpy(bytes);
      expect(dataStart % 64).toBe(0);
      expect(bytes.length).toBe(dataStart + 4 * data.length);
    },
  );

  it('preserves every float32, row by row', () => {
    const data = Float32Array.of(0, -0, 1 / 3, -1e-38, 3.4e38, Number.NaN);
    expect(decodeNpy(encodeNpy({ data, shape: [2, 3] })).values).toEqual([...data]);
  });
});
