import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../src/kernels/fromBase64.js';

describe('fromBase64', () => {
  it.each([0, 1, 2, 3, 4, 5, 255, 256])('decodes %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 151) % 256);
    expect(fromBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  });
});
