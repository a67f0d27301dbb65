import { EncoderError } from '../errors.js';

interface Digester {
  digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer>;
}

/**
 * SHA-256 of bytes, hexadecimal.
 *
 * @throws {SerError} `engine-unavailable` in pages that are not secure
 */
export async function sha256(bytes: Uint8Array | string): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: Digester };
  if (subtle === undefined) {
    throw new EncoderError(
      'engine-unavailable',
      'Checksums need `crypto.subtle`, which browsers give only to secure pages. Serve the page over HTTPS or from localhost.',
    );
  }
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const digest = new Uint8Array(await subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
