import { corruptContainer, truncatedContainer } from '../containerErrors.js';
import type { PacketList } from '../packetList.js';

/** The `pakt` chunk: how many samples count, and the sizes of the packets. */
export interface PacketTable {
  readonly nPackets: number;
  /** Samples per channel of the recording. */
  readonly nFrames: number;
  /** Samples that the encoder added at the start. */
  readonly priming: number;
  /** Variable-length integers: for each packet its size and number of samples, as far as they vary. */
  readonly sizes: Uint8Array;
}

const headerSize = 24;

export function parsePacketTable(pakt: Uint8Array, format: string): PacketTable {
  if (pakt.length < headerSize) throw truncatedContainer(format, 'a packet table of 24 bytes', pakt.length);
  const view = new DataView(pakt.buffer, pakt.byteOffset, pakt.byteLength);
  const long = (at: number): number => view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4);
  const priming = view.getInt32(16);
  if (long(0) < 0 || priming < 0)
    throw corruptContainer(format, 'a packet table without negative counts', priming);
  return { nPackets: long(0), nFrames: long(8), priming, sizes: pakt.subarray(headerSize) };
}

interface Sizing {
  readonly bytesPerPacket: number;
  readonly framesPerPacket: number;
}

/** Adds the packets of the `data` chunk. */
export function addTablePackets(
  packets: PacketList,
  data: { readonly start: number; readonly size: number },
  table: PacketTable | undefined,
  { bytesPerPacket, framesPerPacket }: Sizing,
  format: string,
): void {
  const end = data.start + data.size;
  let at = data.start;
  const add = (size: number): void => {
    if (at + size > end) throw truncatedContainer(format, `a packet of ${size} bytes`, end - at);
    packets.add(at, size);
    at += size;
  };
  if (bytesPerPacket > 0) {
    while (at + bytesPerPacket <= end) add(bytesPerPacket);
    return;
  }
  if (table === undefined)
    throw truncatedContainer(format, 'a `pakt` chunk with the sizes of the packets', 'none');
  let entry = 0;
  for (let i = 0; i < table.nPackets; i++) {
    const [size, next] = variableInteger(table.sizes, entry, format);
    entry = framesPerPacket === 0 ? variableInteger(table.sizes, next, format)[1] : next;
    add(size);
  }
}

/** An integer in groups of 7 bits, the first of them the highest. */
function variableInteger(
  bytes: Uint8Array,
  start: number,
  format: string,
): readonly [value: number, end: number] {
  let value = 0;
  for (let at = start; at < bytes.length && at < start + 5; at++) {
    value = value * 128 + (bytes[at]! & 127);
    if (bytes[at]! < 128) return [value, at + 1];
  }
  throw corruptContainer(format, 'a size for each packet', 'fewer');
}
