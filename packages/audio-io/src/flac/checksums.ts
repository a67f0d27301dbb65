/**
 * CRC-8 of a frame header, polynomial x^8 + x^2 + x + 1.
 *
 * @see RFC 9639, section 9.1.8
 */
export function crc8(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) crc = table8[crc ^ bytes[i]!]!;
  return crc;
}

/**
 * CRC-16 of a frame, polynomial x^16 + x^15 + x^2 + 1. Eight bytes at a time have a table each, so that their look-ups do
 * not wait for each other.
 *
 * @see RFC 9639, section 9.3
 * @see M. E. Kounavis, F. L. Berry, "A systematic approach to building high performance software-based CRC generators", 2005
 */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  let i = start;
  for (; i + 8 <= end; i += 8) {
    crc =
      last7[(crc >> 8) ^ bytes[i]!]! ^
      last6[(crc & 0xff) ^ bytes[i + 1]!]! ^
      last5[bytes[i + 2]!]! ^
      last4[bytes[i + 3]!]! ^
      last3[bytes[i + 4]!]! ^
      last2[bytes[i + 5]!]! ^
      last1[bytes[i + 6]!]! ^
      table16[bytes[i + 7]!]!;
  }
  for (; i < end; i++) crc = ((crc << 8) & 0xffff) ^ table16[(crc >> 8) ^ bytes[i]!]!;
  return crc;
}

const table8 = crcTable(8, 0x07);
const table16 = crcTable(16, 0x8005);
// The remainders of bytes with 1 to 7 zero bytes after them.
const last1 = beforeZero(table16);
const last2 = beforeZero(last1);
const last3 = beforeZero(last2);
const last4 = beforeZero(last3);
const last5 = beforeZero(last4);
const last6 = beforeZero(last5);
const last7 = beforeZero(last6);

/** The remainder of each byte. */
function crcTable(width: 8 | 16, polynomial: number): Uint16Array {
  const top = 1 << (width - 1);
  const mask = 2 ** width - 1;
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & top ? polynomial : 0)) & mask;
    return crc;
  });
}

/** The CRC-16 of bytes with a zero byte after those of `table`. */
function beforeZero(table: Uint16Array): Uint16Array {
  return table.map((crc) => ((crc << 8) & 0xffff) ^ table16[crc >> 8]!);
}
