import { AudioError } from '../errors.js';
import type { AudioHeader } from '../header/audioInfo.js';
import { aacChannels, aacRates, type AudioConfig } from './audioConfig.js';

const headerSize = 7;
const maxFrame = 0x1fff;

/**
 * AAC packets with an ADTS header before each, as files with the name `.aac` have them.
 *
 * @returns `undefined` if ADTS cannot describe them: an object type above 4, another rate, frames of 960 samples
 * @see ISO/IEC 14496-3, section 1.A.2.2
 */
export function adtsStream(
  config: AudioConfig,
  packets: Iterable<Uint8Array> & { readonly length: number; readonly nBytes: number },
): Uint8Array | undefined {
  const { objectType, coreRate, channels, frameSamples } = config;
  const rate = aacRates.indexOf(coreRate);
  if (objectType < 1 || objectType > 4 || rate === -1 || channels === 0 || frameSamples !== 1024) {
    return undefined;
  }
  const stream = new Uint8Array(packets.nBytes + headerSize * packets.length);
  let at = 0;
  for (const packet of packets) {
    const size = packet.length + headerSize;
    if (size > maxFrame) return undefined;
    const fixed = ((objectType - 1) << 6) | (rate << 2) | (channels >> 2);
    stream.set([0xff, 0xf1, fixed, ((channels & 3) << 6) | (size >> 11), size >> 3], at);
    stream.set([((size & 7) << 5) | 0x1f, 0xfc], at + 5);
    stream.set(packet, at + headerSize);
    at += size;
  }
  return stream;
}

/**
 * What the headers of an ADTS file say. All frames are read. Other bytes before, between, and after them are skipped; an
 * incomplete last frame too.
 */
export function adtsInfo(bytes: Uint8Array): AudioHeader {
  let nSamples = 0;
  let first: { readonly sampleRate: number; readonly nChannels: number } | undefined;
  let at = 0;
  while (at + headerSize <= bytes.length) {
    const size = frameSize(bytes, at);
    if (size === undefined) {
      at = nextSync(bytes, at + 1);
      continue;
    }
    if (at + size > bytes.length) break;
    first ??= shapeAt(bytes, at);
    nSamples += 1024 * ((bytes[at + 6]! & 3) + 1);
    at += size;
  }
  if (first === undefined) {
    throw new AudioError(
      'corrupt-file',
      'Expected frames of AAC, found none. Download or copy the file again.',
    );
  }
  return { encoding: 'aac', ...first, nSamples };
}

function shapeAt(bytes: Uint8Array, at: number): { readonly sampleRate: number; readonly nChannels: number } {
  const channels = ((bytes[at + 2]! & 1) << 2) | (bytes[at + 3]! >> 6);
  return { sampleRate: aacRates[(bytes[at + 2]! >> 2) & 15]!, nChannels: aacChannels[channels] || 2 };
}

/** Size of the frame with its header; `undefined` if no valid header is there. */
function frameSize(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] !== 0xff || (bytes[at + 1]! & 0xf6) !== 0xf0) return undefined;
  if (((bytes[at + 2]! >> 2) & 15) >= aacRates.length) return undefined;
  const size = ((bytes[at + 3]! & 3) << 11) | (bytes[at + 4]! << 3) | (bytes[at + 5]! >> 5);
  return size < headerSize ? undefined : size;
}

function nextSync(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0xff, from);
  return at === -1 ? bytes.length : at;
}
