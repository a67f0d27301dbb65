/**
 * 64 bits that identify a text, as 16 hexadecimal digits: two FNV-1a hashes with different starts. It detects mistakes, not
 * attacks.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fingerprint(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return [0x811c9dc5, 0x1000193]
    .map((start) =>
      bytes
        .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, start)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}
