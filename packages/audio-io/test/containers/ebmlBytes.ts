import { ascii } from '../wavBytes.js';

/** An element of EBML; `undefined` as its size is "not known". */
export function element(id: number, content: readonly number[], isKnown = true): number[] {
  const idBytes: number[] = [];
  for (let rest = id; rest > 0; rest = Math.floor(rest / 256)) idBytes.unshift(rest % 256);
  const { length } = content;
  const size = [0x10 | (length >> 24), (length >> 16) & 255, (length >> 8) & 255, length & 255];
  return [...idBytes, ...(isKnown ? size : [0x01, 255, 255, 255, 255, 255, 255, 255]), ...content];
}

const float64 = (value: number): number[] => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return [...bytes];
};

/** A track of 16-bit PCM at 8000 Hz. */
export function pcmTrack(number = 1, codec = 'A_PCM/INT/LIT'): number[] {
  const audio = element(0xe1, [
    ...element(0xb5, float64(8000)),
    ...element(0x9f, [1]),
    ...element(0x6264, [16]),
  ]);
  return element(0xae, [
    ...element(0xd7, [number]),
    ...element(0x83, [2]),
    ...element(0x86, ascii(codec)),
    ...audio,
  ]);
}

export const ebmlHeader = element(0x1a45dfa3, element(0x4282, ascii('webm')));

/** A whole file: the header, and a segment of one cluster with these blocks. */
export function webmFile(blocks: readonly number[], isKnown = true, track = pcmTrack()): Uint8Array {
  const cluster = element(0x1f43b675, [...element(0xe7, [0]), ...blocks], isKnown);
  const segment = element(0x18538067, [...element(0x1654ae6b, track), ...cluster], isKnown);
  return Uint8Array.from([...ebmlHeader, ...segment]);
}

/** A block of track 1 with these flags and content. */
export function simpleBlock(content: readonly number[], flags = 0, number = 1): number[] {
  return element(0xa3, [0x80 | number, 0, 0, flags, ...content]);
}
