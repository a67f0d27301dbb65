import { oggChecksum } from '../ogg/oggChecksum.js';

/** A packet and the position of the last sample that it completes; 0 for headers. */
export interface PositionedPacket {
  readonly bytes: Uint8Array;
  readonly position: number;
}

const maxSegments = 255;
const headerSize = 27;
const serial = 1;

/**
 * Packets as an Ogg stream, as their decoders expect them. Each header ends a page.
 *
 * @param nHeaders number of packets at the start that are headers
 * @see RFC 3533, section 6
 */
export function oggStream(packets: readonly PositionedPacket[], nHeaders: number): Uint8Array {
  const pages = new PageWriter(packets.reduce((sum, { bytes }) => sum + bytes.length, 0));
  packets.forEach(({ bytes, position }, i) => {
    pages.add(bytes, position);
    if (i < nHeaders) pages.end(i === packets.length - 1);
  });
  return pages.finish();
}

class PageWriter {
  #output: Uint8Array;
  #length = 0;
  #segments: number[] = [];
  readonly #content: Uint8Array[] = [];
  #position: number | undefined;
  #sequence = 0;
  #isContinued = false;

  constructor(nBytes: number) {
    this.#output = new Uint8Array(Math.ceil(nBytes * 1.02) + 1024);
  }

  add(packet: Uint8Array, position: number): void {
    let start = 0;
    for (;;) {
      const size = Math.min(255, packet.length - start);
      if (this.#segments.length === maxSegments) {
        this.end(false);
        this.#isContinued = start > 0;
      }
      this.#segments.push(size);
      this.#content.push(packet.subarray(start, start + size));
      start += size;
      if (size < 255) break;
    }
    this.#position = position;
  }

  end(isLast: boolean): void {
    if (this.#segments.length === 0) return;
    const nBytes = this.#segments.reduce((sum, size) => sum + size, 0);
    const page = this.#reserve(headerSize + this.#segments.length + nBytes);
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    page.set([0x4f, 0x67, 0x67, 0x53]); // OggS
    page[5] = (this.#isContinued ? 1 : 0) | (this.#sequence === 0 ? 2 : 0) | (isLast ? 4 : 0);
    view.setBigInt64(6, this.#position === undefined ? -1n : BigInt(this.#position), true);
    view.setUint32(14, serial, true);
    view.setUint32(18, this.#sequence++, true);
    page[26] = this.#segments.length;
    page.set(this.#segments, headerSize);
    let at = headerSize + this.#segments.length;
    for (const segment of this.#content) {
      page.set(segment, at);
      at += segment.length;
    }
    view.setUint32(22, oggChecksum(page), true);
    this.#segments = [];
    this.#content.length = 0;
    this.#position = undefined;
    this.#isContinued = false;
  }

  finish(): Uint8Array {
    this.end(true);
    return this.#output.subarray(0, this.#length);
  }

  /** The next bytes of the output, all zero. */
  #reserve(size: number): Uint8Array {
    const start = this.#length;
    this.#length += size;
    if (this.#length > this.#output.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#output.subarray(0, start));
      this.#output = larger;
    }
    return this.#output.subarray(start, this.#length);
  }
}
