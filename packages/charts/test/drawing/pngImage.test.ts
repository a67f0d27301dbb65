import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngImage } from '../../src/drawing/pngImage.js';

const bytesOf = (address: string) => Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');

/** The chunks of a PNG by type. */
function chunksOf(png: Buffer): Record<string, Buffer> {
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks[png.toString('latin1', at + 4, at + 8)] = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return chunks;
}

describe('pngImage', () => {
  const pixels = Uint8Array.of(0, 1, 2, 2, 1, 0);
  const png = bytesOf(pngImage({ width: 3, height: 2, pixels, palette: ['#000000', '#ff8000', '#ffffff'] }));

  it('is a PNG of that size, 4 bits per pixel with a palette', () => {
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect([...chunksOf(png)['IHDR']!]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 4, 3, 0, 0, 0]);
    expect([...chunksOf(png)['PLTE']!]).toEqual([0, 0, 0, 255, 128, 0, 255, 255, 255]);
  });

  it('has two pixels per byte, each row after its filter; zlib accepts it and its checksum', () => {
    expect([...inflateSync(chunksOf(png)['IDAT']!)]).toEqual([0, 0x01, 0x20, 0, 0x21, 0x00]);
  });

  it('ends with the IEND chunk and its well-known checksum', () => {
    expect(png.subarray(-8).toString('hex')).toBe('49454e44ae426082');
  });

  it('is split into blocks if it is large', () => {
    const size = { width: 600, height: 500 };
    const large = bytesOf(
      pngImage({ ...size, pixels: new Uint8Array(300_000).fill(1), palette: ['#000000'] }),
    );
    expect(inflateSync(chunksOf(large)['IDAT']!)).toHaveLength(500 * 301);
  });
});
