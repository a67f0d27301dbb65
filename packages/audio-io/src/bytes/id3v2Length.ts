import { hasTag } from './hasTag.js';

/**
 * Size in bytes of an ID3v2 tag at the beginning of a file; 0 if there is none.
 *
 * @see https://id3.org/id3v2.4.0-structure, sections 3.1 and 3.4
 */
export function id3v2Length(bytes: Uint8Array): number {
  if (bytes.length < 10 || !hasTag(bytes, 0, 'ID3')) return 0;
  const hasFooter = (bytes[5]! & 0x10) !== 0;
  const size =
    ((bytes[6]! & 0x7f) << 21) | ((bytes[7]! & 0x7f) << 14) | ((bytes[8]! & 0x7f) << 7) | (bytes[9]! & 0x7f);
  return 10 + size + (hasFooter ? 10 : 0);
}
