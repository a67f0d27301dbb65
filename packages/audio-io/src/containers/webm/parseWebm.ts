import { corruptContainer, noAudioTrack, truncatedContainer } from '../containerErrors.js';
import type { EncodedTrack } from '../encodedTrack.js';
import { PacketList } from '../packetList.js';
import { ebmlElements, ebmlHead, ebmlInteger, signedOf } from './ebml.js';
import { addBlock } from './lacing.js';
import { firstAudioTrack, webm, type WebmTrack } from './webmTrack.js';

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  discardPadding: 0x75a2,
} as const;

/** Elements whose content is read like what follows them, so that their sizes need not be known. */
const entered: readonly number[] = [ids.segment, ids.cluster];

/**
 * The first track of audio of each segment of a WebM or Matroska file, in order. Recordings of browsers have segments
 * and clusters of unknown size and no duration; an incomplete last block of such a file is skipped.
 *
 * @throws {SerError} `truncated-file` if the file is shorter than declared; `corrupt-file`; `not-audio` without a track
 *   of audio; `unsupported-format` for another codec
 * @see RFC 9559, https://www.rfc-editor.org/rfc/rfc9559
 */
export function parseWebm(bytes: Uint8Array): readonly EncodedTrack[] {
  const reader = new WebmReader(bytes);
  reader.read();
  const tracks = reader.tracks();
  if (tracks.length === 0) throw noAudioTrack(webm);
  return tracks;
}

interface Segment {
  readonly track: WebmTrack;
  readonly packets: PacketList;
  /** Of the last block, in seconds. */
  padding: number;
}

class WebmReader {
  readonly #bytes: Uint8Array;
  readonly #segments: Segment[] = [];
  /** Where the last element of known size ends, as declared. */
  #declaredEnd = 0;
  /** Whether the current segment has a track of audio. */
  #isOpen = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  tracks(): readonly EncodedTrack[] {
    return this.#segments.map(({ track, packets, padding }) => ({
      ...track,
      packets,
      paddingSeconds: padding,
    }));
  }

  read(): void {
    const { length } = this.#bytes;
    let at = 0;
    while (at < length) {
      const head = ebmlHead(this.#bytes, at);
      if (head === undefined) return this.#requireRest(at);
      const { id, start, size } = head;
      if (id === ids.segment) this.#isOpen = false;
      if (entered.includes(id)) {
        if (size !== undefined) this.#declaredEnd = Math.max(this.#declaredEnd, start + size);
        at = start;
        continue;
      }
      if (size === undefined) throw corruptContainer(webm, 'the size of an element', 'none');
      if (start + size > length) return this.#requireRest(at);
      this.#use(id, start, start + size);
      at = start + size;
    }
    this.#requireRest(length);
  }

  #use(id: number, start: number, end: number): void {
    if (id === ids.tracks && !this.#isOpen) {
      const track = firstAudioTrack(this.#bytes.subarray(start, end));
      if (track === undefined) return;
      this.#isOpen = true;
      this.#segments.push({ track, packets: new PacketList(this.#bytes), padding: 0 });
    } else if (id === ids.simpleBlock) this.#addBlock(start, end, 0);
    else if (id === ids.blockGroup) this.#addGroup(start, end);
  }

  #addGroup(start: number, end: number): void {
    const group = new Map(ebmlElements(this.#bytes.subarray(start, end)));
    const block = group.get(ids.block);
    if (block === undefined) return;
    const at = block.byteOffset - this.#bytes.byteOffset;
    const padding = group.get(ids.discardPadding);
    this.#addBlock(at, at + block.length, padding === undefined ? 0 : signedOf(padding) / 1e9);
  }

  /** A block begins with the number of its track, and a relative time of 16 bits. */
  #addBlock(start: number, end: number, padding: number): void {
    const segment = this.#isOpen ? this.#segments.at(-1) : undefined;
    const number = ebmlInteger(this.#bytes, start);
    if (segment === undefined || number?.value !== segment.track.number) return;
    const flagsAt = start + number.length + 2;
    if (flagsAt >= end) throw corruptContainer(webm, 'a block of at least 4 bytes', end - start);
    addBlock(segment.packets, this.#bytes, flagsAt, end);
    segment.padding = Math.max(0, padding);
  }

  /** Checks what cannot be read as an element: the end of a recording that was interrupted, or zeros and tags behind it. */
  #requireRest(at: number): void {
    const { length } = this.#bytes;
    if (this.#declaredEnd > length) {
      throw truncatedContainer(webm, `${this.#declaredEnd} bytes`, length);
    }
    if (at >= length || (this.#declaredEnd > 0 && at >= this.#declaredEnd)) return;
    const head = ebmlHead(this.#bytes, at);
    const isCutOff = head?.size !== undefined && [ids.simpleBlock, ids.blockGroup].includes(head.id as never);
    const isZero = this.#bytes.subarray(at).every((byte) => byte === 0);
    if (isCutOff || isZero || length - at < 12) return;
    throw corruptContainer(webm, `an element at byte ${at}`, 'bytes of no element');
  }
}
