import { describe, expect, it } from 'vitest';
import { readCTranslate2 } from '../../src/weights/readCTranslate2.js';

const float16 = 4;

interface Variable {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly bytes: readonly number[];
}

const uint16 = (value: number) => [value & 0xff, value >> 8];
const uint32 = (value: number) => [...uint16(value & 0xffff), ...uint16(value >>> 16)];
const text = (value: string) => [...uint16(value.length + 1), ...new TextEncoder().encode(value), 0];

function fileWith(variables: readonly Variable[], version = 6): Uint8Array {
  const entries = variables.flatMap(({ name, shape, type, bytes }) => [
    ...text(name),
    shape.length,
    ...shape.flatMap(uint32),
    type,
    ...uint32(bytes.length),
    ...bytes,
  ]);
  return Uint8Array.from([
    ...uint32(version),
    ...text('WhisperSpec'),
    ...uint32(3),
    ...uint32(variables.length),
    ...entries,
  ]);
}

const bias = { name: 'encoder/conv1/bias', shape: [2], type: float16, bytes: [0x00, 0x3c, 0x00, 0xc0] };

describe('readCTranslate2', () => {
  it('reads the tensors under a prefix, without scalars', () => {
    const heads = { name: 'encoder/num_heads', shape: [], type: 2, bytes: [6, 0] };
    const tensors = readCTranslate2(fileWith([heads, bias, { ...bias, name: 'decoder/bias' }]), 'encoder/');
    expect([...tensors]).toEqual([['conv1/bias', { shape: [2], values: Float32Array.of(1, -2) }]]);
  });

  it('rejects other types than float16', () => {
    expect(() => readCTranslate2(fileWith([{ ...bias, type: 1 }]), 'encoder/')).toThrow(
      '`encoder/conv1/bias` must be of type float16 (4); got type 1 with 4 bytes.',
    );
  });

  it('rejects versions with another layout', () => {
    expect(() => readCTranslate2(fileWith([bias], 5), 'encoder/')).toThrow('must be 6 or later; got 5.');
  });

  it('rejects a cut file', () => {
    expect(() => readCTranslate2(fileWith([bias]).subarray(0, -1), 'encoder/')).toThrow('Download it again.');
  });
});
