import { unsupportedContent } from '../containerErrors.js';

/** What an elementary stream descriptor says: the codec, and its header. */
export interface ElementaryStream {
  readonly codec: 'aac' | 'mp3';
  readonly setup: Uint8Array;
}

const streamTag = 3;
const configTag = 4;
const setupTag = 5;
const aacTypes = [0x40, 0x66, 0x67, 0x68];
const mp3Types = [0x69, 0x6b];

/**
 * Reads an elementary stream descriptor: the content of an `esds` box after its version, or the cookie of AAC in CAF.
 *
 * @throws {SerError} `unsupported-format` for another codec
 * @see ISO/IEC 14496-1, section 7.2.6
 */
export function elementaryStream(descriptor: Uint8Array, format: string): ElementaryStream {
  const stream = contentOf(descriptor, streamTag) ?? new Uint8Array(0);
  const flags = stream[2] ?? 0;
  let start = 3;
  if (flags & 0x80) start += 2;
  if (flags & 0x40) start += 1 + (stream[start] ?? 0);
  if (flags & 0x20) start += 2;
  const config = contentOf(stream.subarray(start), configTag) ?? new Uint8Array(0);
  const type = config[0] ?? 0;
  if (mp3Types.includes(type)) return { codec: 'mp3', setup: new Uint8Array(0) };
  if (!aacTypes.includes(type))
    throw unsupportedContent(format, `MPEG-4 audio of type 0x${type.toString(16)}`);
  return { codec: 'aac', setup: contentOf(config.subarray(13), setupTag) ?? new Uint8Array(0) };
}

/** The content of the descriptor at the beginning of `bytes`, whose size is in groups of 7 bits. */
function contentOf(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  if (bytes[0] !== tag) return undefined;
  let size = 0;
  let at = 1;
  for (; at < 5; at++) {
    size = size * 128 + ((bytes[at] ?? 0) & 127);
    if (((bytes[at] ?? 0) & 128) === 0) break;
  }
  return bytes.subarray(at + 1, at + 1 + size);
}
