import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../src/weights/readSafetensors.js';

const entry = { dtype: 'F16', shape: [1, 2], data_offsets: [0, 4] };

/** A file with this header and two float16 numbers, 1 and -2. */
function fileWith(header: object): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + 4);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  file.set([0x00, 0x3c, 0x00, 0xc0], 8 + json.length);
  return file;
}

describe('readSafetensors', () => {
  it('reads tensors by name, without the metadata', () => {
    const tensors = readSafetensors(fileWith({ __metadata__: { source: 'made up' }, 'conv1/bias': entry }));
    expect([...tensors.keys()]).toEqual(['conv1/bias']);
    expect(tensors.get('conv1/bias')).toEqual({ shape: [1, 2], values: Float32Array.of(1, -2) });
  });

  it('rejects other types than float16', () => {
    expect(() => readSafetensors(fileWith({ x: { ...entry, dtype: 'F32' } }))).toThrow(
      '`x` must be of type F16; got F32.',
    );
  });

  it.each([
    ['that ends in its header', fileWith({ x: entry }).subarray(0, 20), 'the header ends at byte'],
    ['without a length', new Uint8Array(3), 'the header ends at byte Infinity of 3'],
    ['with a cut tensor', fileWith({ x: entry }).subarray(0, -1), '`x` of shape [1,2] has bytes 0 to 4 of 3'],
    [
      'with a wrong shape',
      fileWith({ x: { ...entry, shape: [3] } }),
      '`x` of shape [3] has bytes 0 to 4 of 4',
    ],
  ])('rejects a file %s', (_, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
  });
});
