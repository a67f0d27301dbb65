const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a base64 text. `atob` is missing in audio worklets. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const length = text.length - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  const valueOf = new Map(Array.from(alphabet, (letter, value) => [letter, value]));
  for (let i = 0, end = 0, bits = 0; i < length; i++) {
    bits = ((bits << 6) | valueOf.get(text[i]!)!) & 0xffffff;
    if (i % 4 > 0) bytes[end++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
