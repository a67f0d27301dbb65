/** Where the checksum is in the header of a page; its four bytes count as zeros. */
export const checksumAt = 22;

/**
 * CRC-32 of an Ogg page: polynomial 0x04c11db7, neither reflected nor inverted.
 *
 * @see RFC 3533, section 6, item 7
 */
export function oggChecksum(page: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i >= checksumAt && i < checksumAt + 4 ? 0 : page[i]!;
    crc = (crc << 8) ^ table[(crc >>> 24) ^ byte]!;
  }
  return crc >>> 0;
}

/** The remainder of each byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  return crc;
});
