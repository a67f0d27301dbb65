import { describe, expect, it } from 'vitest';
import { BitReader, EndOfBits, readerMargin } from '../../src/flac/bitReader.js';

function readerOf(...bytes: number[]): BitReader {
  return new BitReader(Uint8Array.from([...bytes, ...new Uint8Array(readerMargin)]), 0, bytes.length);
}

describe('BitReader', () => {
  it('reads the most significant bit first', () => {
    const reader = readerOf(0b10110011, 0b01111111);
    expect([1, 2, 3, 10].map((width) => reader.readUnsigned(width))).toEqual([1, 0b01, 0b100, 0b1101111111]);
  });

  it('reads 32 bits from any bit', () => {
    const reader = readerOf(0x01, 0xff, 0xff, 0xff, 0xfe);
    expect(reader.readUnsigned(7)).toBe(0);
    expect(reader.readUnsigned(32)).toBe(2 ** 32 - 1);
  });

  it('reads two’s complement up to the 33 bits of a difference', () => {
    expect(readerOf(0x80).readSigned(1)).toBe(-1);
    expect(readerOf(0x80, 0, 0, 0, 0).readSigned(33)).toBe(-(2 ** 32));
    expect(readerOf(0x7f, 0xff, 0xff, 0xff, 0x80).readSigned(33)).toBe(2 ** 32 - 1);
  });

  it('counts zeros across words', () => {
    const reader = readerOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0b00010000);
    expect(reader.readUnary()).toBe(75);
    expect(reader.bytePosition).toBe(10);
  });

  it('throws at the end of the bits, and never reads its margin as data', () => {
    expect(() => readerOf(0xff).readUnsigned(9)).toThrow(EndOfBits);
    expect(() => readerOf(0, 0).readUnary()).toThrow(EndOfBits);
    expect(() => readerOf(0xff).readRice(new Int32Array(9), 0, 9, 0)).toThrow(EndOfBits);
    expect(readerOf().readUnsigned(0)).toBe(0);
  });
});
