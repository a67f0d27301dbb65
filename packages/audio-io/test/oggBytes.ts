import { ascii, uint16, uint32 } from './wavBytes.js';

/** What the header of a page put together by hand says. */
export interface PageFields {
  /** @default undefined: no packet ends on the page */
  readonly position?: number;
  readonly stream?: number;
  readonly sequence?: number;

  /** Whether it begins a stream. */
  readonly isFirst?: boolean;
}

/** A page with the correct checksum, which contains one packet below 255 bytes. */
export function oggPage(content: readonly number[], fields: PageFields = {}): number[] {
  const { position, stream = 7, sequence = 0, isFirst = false } = fields;
  const at =
    position === undefined
      ? [...uint32(0xffffffff), ...uint32(0xffffffff)]
      : [...uint32(position), ...uint32(0)];
  const head = [...ascii('OggS'), 0, isFirst ? 2 : 0, ...at, ...uint32(stream), ...uint32(sequence)];
  return withChecksum([...head, 0, 0, 0, 0, 1, content.length, ...content]);
}

/** The page with its checksum, computed by long division. */
export function withChecksum(page: readonly number[]): number[] {
  const bytes = [...page];
  bytes.splice(22, 4, 0, 0, 0, 0);
  bytes.splice(22, 4, ...uint32(oggRemainder(bytes)));
  return bytes;
}

function oggRemainder(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = (crc >>> 31) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) ^ (carry === 1 ? 0x04c11db7 : 0)) >>> 0;
    }
  }
  return crc;
}

/** The identification header of Opus. The gain is in 1/256 dB. */
export function opusHead(nChannels: number, skipped: number, gain = 0): number[] {
  return [
    ...ascii('OpusHead'),
    ...[1, nChannels, ...uint16(skipped), ...uint32(16000), ...uint16(gain & 0xffff), 0],
  ];
}

/** The identification header of Vorbis, with blocks of 256 and 2048 samples. */
export function vorbisHead(nChannels: number, sampleRate: number): number[] {
  return [
    ...ascii('\x01vorbis'),
    ...[...uint32(0), nChannels, ...uint32(sampleRate), ...new Array<number>(12).fill(0), 0xb8, 1],
  ];
}

/** The pages of an Ogg file, one array each. */
export function pagesOf(bytes: Uint8Array): number[][] {
  const pages: number[][] = [];
  let start = 0;
  while (start < bytes.length) {
    const header = 27 + bytes[start + 26]!;
    const size = header + bytes.subarray(start + 27, start + header).reduce((sum, length) => sum + length, 0);
    pages.push([...bytes.subarray(start, start + size)]);
    start += size;
  }
  return pages;
}
