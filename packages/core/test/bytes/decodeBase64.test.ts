import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeBase64 } from '../../src/bytes/decodeBase64.js';

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256);
const text = Buffer.from(bytes).toString('base64');

afterEach(() => vi.unstubAllGlobals());

describe('decodeBase64', () => {
  it('decodes in Node', () => {
    expect(decodeBase64(text)).toEqual(bytes);
    expect(decodeBase64('')).toEqual(new Uint8Array(0));
  });

  it('decodes in browsers, which have no Buffer', () => {
    vi.stubGlobal('Buffer', undefined);
    expect(decodeBase64(text)).toEqual(bytes);
  });
});
