/**
 * Decodes the bytes of a table: UTF-8, or UTF-16 with a byte order mark or with the zero bytes of Latin letters. Removes
 * the byte order mark.
 *
 * @throws {TypeError} if the bytes are none of these
 */
export function decodeTable(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
