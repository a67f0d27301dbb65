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
 * CRC-16 of a frame, polynomial x^16 + x^15 + x^2 + 1.
 *
 * @see RFC 9639, section 9.3
 */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) crc = ((crc << 8) & 0xffff) ^ table16[(crc >> 8) ^ bytes[i]!]!;
  return crc;
}

const table8 = crcTable(8, 0x07);
const table16 = crcTable(16, 0x8005);

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
