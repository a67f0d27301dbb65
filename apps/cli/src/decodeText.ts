/**
 * Decodes a text file as UTF-8, or as UTF-16, which Windows programs and `>` in PowerShell write. A byte order mark is
 * removed; without one, UTF-16 is recognized by the zero byte beside the first character, which is ASCII in JSON.
 *
 * @throws {TypeError} when the bytes are neither
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined))
    return 'utf-16be';
  return 'utf-8';
}
