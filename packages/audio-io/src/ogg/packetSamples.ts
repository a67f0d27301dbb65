import { type OggPacket } from './packets.js';

/**
 * Samples per channel at 48 kHz that a packet of Opus contains.
 *
 * @see RFC 6716, section 3.1
 */
export function opusSamples(packet: Uint8Array): number {
  if (packet.length === 0) return 0;
  const toc = packet[0]!;
  const configuration = toc >> 3;
  const frame =
    configuration < 12
      ? [480, 960, 1920, 2880][configuration & 3]!
      : configuration < 16
        ? [480, 960][configuration & 1]!
        : 120 << (configuration & 3);
  const code = toc & 3;
  return frame * (code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 63);
}

/**
 * Samples per channel of each audio packet of Vorbis: a quarter of the previous block and of its own, and none for the
 * first packet.
 *
 * @param headers the three header packets
 * @see https://xiph.org/vorbis/doc/Vorbis_I_spec.html, section 4.3.8
 */
export function vorbisSamples(headers: readonly OggPacket[], audio: readonly OggPacket[]): readonly number[] {
  const sizes = headers[0]!.bytes[28] ?? 0;
  const blockSizes = [1 << (sizes & 15), 1 << (sizes >> 4)] as const;
  const isLong = longModes(headers[2]!.bytes);
  const modeMask = 2 ** Math.ceil(Math.log2(Math.max(1, isLong.length))) - 1;
  let previous: number | undefined;
  return audio.map(({ bytes }) => {
    if (bytes.length === 0) return 0;
    const size = blockSizes[isLong[(bytes[0]! >> 1) & modeMask] === true ? 1 : 0];
    const nSamples = previous === undefined ? 0 : (previous + size) / 4;
    previous = size;
    return nSamples;
  });
}

/** Bits of one mode: a flag for the long block, two types of 16 bits that are 0, and a mapping of 8 bits. */
const modeBits = 41;

/**
 * Whether each mode uses the long block. The modes are the end of the setup header, so that it is read backward; their
 * number, in the six bits before them, shows where they begin.
 */
function longModes(setup: Uint8Array): readonly boolean[] {
  const bit = (at: number): number => (at < 0 ? 0 : (setup[at >> 3]! >> (at & 7)) & 1);
  const field = (at: number, width: number): number => {
    let value = 0;
    for (let i = width - 1; i >= 0; i--) value = 2 * value + bit(at + i);
    return value;
  };
  let end = 8 * setup.length - 1;
  while (end > 0 && bit(end) === 0) end -= 1; // the framing bit
  let nModes = 0;
  for (let n = 1; n <= 64 && end - n * modeBits >= 6; n++) {
    const start = end - n * modeBits;
    if (field(start + 1, 32) !== 0 || field(start + 33, 8) > 63) break;
    if (field(start - 6, 6) + 1 === n) nModes = n;
  }
  return Array.from({ length: nModes }, (_, i) => bit(end - (nModes - i) * modeBits) === 1);
}
