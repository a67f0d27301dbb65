/** An image of up to 16 colors. */
export interface PalettePixels {
  readonly width: number;
  readonly height: number;
  /** Index of the color of each pixel, row-major from the top left, `[height, width]`. */
  readonly pixels: Uint8Array;
  /** 1 to 16 colors, `#rrggbb`. */
  readonly palette: readonly string[];
}

/**
 * A PNG as a `data:` address: 4 bits a pixel, not compressed, so that no library is needed.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function pngImage({ width, height, pixels, palette }: PalettePixels): string {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([4, 3], 8); // 4 bits a pixel, by palette
  const colors = palette.flatMap((color) =>
    [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
  );
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(colors)),
    chunk('IDAT', zlib(packRows(width, height, pixels))),
    chunk('IEND', new Uint8Array(0)),
  ];
  let binary = '';
  for (const part of parts) for (const byte of part) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}

/** Two pixels a byte; each row begins with the number of its filter, none. */
function packRows(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * stride + 1 + (x >> 1)]! |= pixels[y * width + x]! << (x % 2 === 0 ? 4 : 0);
    }
  }
  return rows;
}

/** The bytes as a zlib stream of stored blocks. */
function zlib(bytes: Uint8Array): Uint8Array {
  const most = 0xffff;
  const nBlocks = Math.max(1, Math.ceil(bytes.length / most));
  const stream = new Uint8Array(2 + bytes.length + 5 * nBlocks + 4);
  const view = new DataView(stream.buffer);
  view.setUint16(0, 0x7801);
  let at = 2;
  for (let block = 0; block < nBlocks; block++) {
    const part = bytes.subarray(block * most, (block + 1) * most);
    stream[at] = Number(block === nBlocks - 1);
    view.setUint16(at + 1, part.length, true);
    view.setUint16(at + 3, ~part.length & 0xffff, true);
    stream.set(part, at + 5);
    at += 5 + part.length;
  }
  view.setUint32(at, adler32(bytes));
  return stream;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
