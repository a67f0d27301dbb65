import { describe, expect, it } from 'vitest';
import { dataSize } from '../../src/wav/dataSize.js';

/** The size of data that begin at byte 44 of a file of 1044 bytes, which contains 1000 bytes of data. */
function sizeOf(declared: number, riffSize: number, longDataSize?: number): number {
  return dataSize({ start: 44, size: declared }, { fileSize: 1044, riffEnd: riffSize + 8, longDataSize });
}

describe('dataSize', () => {
  it('is the declared size if the file contains it', () => {
    expect(sizeOf(1000, 1036)).toBe(1000);
    expect(sizeOf(900, 1036)).toBe(900);
    expect(sizeOf(900, 12)).toBe(900);
  });

  it('is the rest of the file for 0, unless the RIFF size shows that the header was completed', () => {
    expect(sizeOf(0, 36)).toBe(1000);
    expect(sizeOf(0, 0)).toBe(1000);
    expect(sizeOf(0, 1036)).toBe(0);
  });

  it.each([
    ...[0x7f000000, 0x7ffff000, 0x7fffffd3, 0x7fffffff, 0x80000000, 0x80000024],
    ...[0xfffff000, 0xffffffdb, 0xfffffff0, 0xffffffff],
  ])('is the rest of the file for %i, which a writer never completed', (declared) => {
    expect(sizeOf(declared, declared)).toBe(1000);
    expect(sizeOf(declared, Math.min(declared + 36, 0xffffffff))).toBe(1000);
  });

  it.each([1002, 1036, 1044])('is the rest of a complete file for a miscounted size of %i', (declared) => {
    expect(sizeOf(declared, 1036)).toBe(1000);
    expect(sizeOf(declared, 1000)).toBe(1000);
  });

  it.each([1002, 2000, 0x40000000])('stays %i if the file is truncated', (declared) => {
    expect(sizeOf(declared, declared + 36)).toBe(declared);
  });

  it('stays the declared size if it is more than a miscount, or the RIFF size was never completed', () => {
    expect(sizeOf(5000, 1036)).toBe(5000);
    expect(sizeOf(1002, 0)).toBe(1002);
  });

  it('is the 64-bit size of RF64 if the 32-bit size refers to it', () => {
    expect(sizeOf(0xffffffff, 0xffffffff, 800)).toBe(800);
    expect(sizeOf(800, 0xffffffff, 900)).toBe(800);
    for (const size of [5 * 2 ** 30, 2 ** 32 + 8]) expect(sizeOf(0xffffffff, 0xffffffff, size)).toBe(size); // truncated
    expect(sizeOf(0xffffffff, 0xffffffff, 0)).toBe(1000);
    expect(sizeOf(0xffffffff, 0xffffffff, 2 ** 64)).toBe(1000);
  });
});
