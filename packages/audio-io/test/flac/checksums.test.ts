import { describe, expect, it } from 'vitest';
import { crc16, crc8 } from '../../src/flac/checksums.js';
import { ascii } from '../wavBytes.js';

// the check values of CRC-8/SMBUS and CRC-16/UMTS, https://reveng.sourceforge.io/crc-catalogue
describe('checksums', () => {
  const digits = Uint8Array.from(ascii('x123456789x'));

  it('crc8 of the digits 1 to 9 is F4', () => {
    expect(crc8(digits, 1, 10)).toBe(0xf4);
  });

  it('crc16 of the digits 1 to 9 is FEE8', () => {
    expect(crc16(digits, 1, 10)).toBe(0xfee8);
  });

  it('of nothing is 0', () => {
    expect([crc8(digits, 3, 3), crc16(digits, 3, 3)]).toEqual([0, 0]);
  });
});
