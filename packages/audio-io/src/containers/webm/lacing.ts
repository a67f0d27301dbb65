import { corruptContainer } from '../containerErrors.js';
import type { PacketList } from '../packetList.js';
import { ebmlInteger } from './ebml.js';
import { webm } from './webmTrack.js';

/** Adds the packets of one block, from the byte of its flags to its end. */
export function addBlock(packets: PacketList, bytes: Uint8Array, flagsAt: number, end: number): void {
  const lacing = (bytes[flagsAt]! >> 1) & 3;
  const start = flagsAt + 1;
  if (lacing === 0) {
    packets.add(start, end - start);
    return;
  }
  const nPackets = (bytes[start] ?? 0) + 1;
  const [sizes, dataStart] = lacedSizes(bytes, start + 1, end, nPackets, lacing);
  const last = end - dataStart - sizes.reduce((sum, size) => sum + size, 0);
  if (!(last >= 0)) throw corruptLacing();
  let at = dataStart;
  for (const size of [...sizes, last]) {
    packets.add(at, size);
    at += size;
  }
}

const xiph = 1;
const fixed = 2;

/**
 * Sizes of all packets of a block except the last, and where the first begins.
 *
 * @see RFC 9559, section 10.3
 */
function lacedSizes(
  bytes: Uint8Array,
  start: number,
  end: number,
  nPackets: number,
  lacing: number,
): readonly [sizes: readonly number[], dataStart: number] {
  if (start > end) throw corruptLacing();
  if (lacing === fixed) {
    const size = (end - start) / nPackets;
    if (!Number.isInteger(size)) throw corruptLacing();
    return [new Array<number>(nPackets - 1).fill(size), start];
  }
  const sizes: number[] = [];
  let at = start;
  while (sizes.length < nPackets - 1) {
    const [size, length] = lacing === xiph ? xiphSize(bytes, at, end) : ebmlSize(bytes, at, sizes.at(-1));
    at += length;
    if (size < 0 || at > end) throw corruptLacing();
    sizes.push(size);
  }
  return [sizes, at];
}

/** The sum of bytes up to and including the first below 255. */
function xiphSize(bytes: Uint8Array, start: number, end: number): readonly [size: number, length: number] {
  let size = 0;
  for (let at = start; at < end; at++) {
    size += bytes[at]!;
    if (bytes[at] !== 255) return [size, at - start + 1];
  }
  throw corruptLacing();
}

/** The first size as it is, each later one as a signed difference from the one before. */
function ebmlSize(
  bytes: Uint8Array,
  at: number,
  previous: number | undefined,
): readonly [size: number, length: number] {
  const integer = ebmlInteger(bytes, at);
  if (integer === undefined) throw corruptLacing();
  const { value, length } = integer;
  return [previous === undefined ? value : previous + value - (2 ** (7 * length - 1) - 1), length];
}

function corruptLacing(): Error {
  return corruptContainer(webm, 'the sizes of the frames in a block to be those of the block', 'others');
}
