/** The header of one frame of MPEG audio. */
export interface MpegHeader {
  /** The two version bits: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5. */
  readonly version: number;

  /** 1, 2, or 3. */
  readonly layer: number;

  /** In Hz. */
  readonly sampleRate: number;
  readonly nChannels: 1 | 2;

  /** Bytes of the whole frame. */
  readonly size: number;

  /** Samples per channel in a frame. */
  readonly nSamples: number;

  /** Offset in the frame of the data after the header and, in layer III, after the side information. */
  readonly mainData: number;

  /** Whether a checksum of two bytes follows the header. */
  readonly hasChecksum: boolean;

  /** Bytes of a frame without padding in a stream of "free format"; `undefined` if the header declares a bit rate. */
  readonly freeSize: number | undefined;
}

const mpeg1 = 3;
const headerSize = 4;

/** In kbit/s, indexed by layer - 1 and by the four bits of the header. */
const bitRates = {
  mpeg1: [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  mpeg2: [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
} as const;

const sampleRates = [44100, 48000, 32000] as const;

/**
 * Reads the frame header at `start`; `undefined` if there is none.
 *
 * In "free format", the header does not give the size of a frame. It is the distance to the next frame, and the same in
 * the whole stream.
 *
 * @param like another frame of the stream, which gives the size in free format
 * @see ISO/IEC 11172-3, section 2.4.2.3; http://www.mp3-tech.org/programmer/frame_header.html
 */
export function mpegHeader(bytes: Uint8Array, start: number, like?: MpegHeader): MpegHeader | undefined {
  if (start + headerSize > bytes.length) return undefined;
  const second = bytes[start + 1]!;
  const third = bytes[start + 2]!;
  if (bytes[start] !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const fullRate = sampleRates[(third >> 2) & 3];
  if (version === 1 || layer === 4 || fullRate === undefined) return undefined;
  const kbits = bitRates[version === mpeg1 ? 'mpeg1' : 'mpeg2'][layer - 1]![third >> 4];
  if (kbits === undefined) return undefined;
  const sampleRate = version === mpeg1 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const nChannels = bytes[start + 3]! >> 6 === 3 ? 1 : 2;
  const nSamples = layer === 1 ? 384 : layer === 3 && version !== mpeg1 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const freeSize =
    kbits > 0 ? undefined : like === undefined ? findFreeSize(bytes, start, slot) : like.freeSize;
  if (kbits === 0 && freeSize === undefined) return undefined;
  const bare = freeSize ?? sizeOf({ layer, nSamples, sampleRate }, kbits);
  const size = bare + slot * ((third >> 1) & 1);
  const hasChecksum = (second & 1) === 0;
  const sideSize = version === mpeg1 ? (nChannels === 1 ? 17 : 32) : nChannels === 1 ? 9 : 17;
  const mainData = headerSize + (hasChecksum ? 2 : 0) + (layer === 3 ? sideSize : 0);
  return { version, layer, sampleRate, nChannels, size, nSamples, mainData, hasChecksum, freeSize };
}

/** The four bits of the bit rate whose frames have the size found in free format; `undefined` if there is none. */
export function bitRateIndex(header: MpegHeader): number | undefined {
  const rates: readonly number[] = bitRates[header.version === mpeg1 ? 'mpeg1' : 'mpeg2'][header.layer - 1]!;
  const index = rates.findIndex((kbits) => kbits > 0 && sizeOf(header, kbits) === header.freeSize);
  return index === -1 ? undefined : index;
}

/** Bytes of a frame without padding. */
function sizeOf(header: Pick<MpegHeader, 'layer' | 'nSamples' | 'sampleRate'>, kbits: number): number {
  const slot = header.layer === 1 ? 4 : 1;
  return slot * Math.floor(((header.nSamples / 8 / slot) * 1000 * kbits) / header.sampleRate);
}

/** Shortest frame of MPEG audio, in bytes: 8 kbit/s at 24 kHz and 576 samples. */
const minFreeSize = 24;

/** Longest frame of free format, in bytes: 640 kbit/s at 8 kHz and 1152 samples. */
const maxFreeSize = 11520;

/** The distance to the next frame of free format, if another one follows at the same distance. */
function findFreeSize(bytes: Uint8Array, start: number, slot: number): number | undefined {
  const end = Math.min(start + maxFreeSize, bytes.length - headerSize);
  for (let next = start + minFreeSize; next <= end; next++) {
    if (!isSameFree(bytes, start, next)) continue;
    const bare = next - start - paddingOf(bytes, start, slot);
    const third = next + bare + paddingOf(bytes, next, slot);
    if (third + headerSize > bytes.length || isSameFree(bytes, start, third)) return bare;
  }
  return undefined;
}

function isSameFree(bytes: Uint8Array, a: number, b: number): boolean {
  if (bytes[b] !== 0xff || bytes[b + 1] !== bytes[a + 1]) return false;
  return ((bytes[b + 2]! ^ bytes[a + 2]!) & 0xfc) === 0;
}

function paddingOf(bytes: Uint8Array, start: number, slot: number): number {
  return slot * ((bytes[start + 2]! >> 1) & 1);
}

/** Whether two frames can belong to one stream: only the bit rate and the number of channels may change. */
export function isSameStream(a: MpegHeader, b: MpegHeader): boolean {
  return (
    a.version === b.version &&
    a.layer === b.layer &&
    a.sampleRate === b.sampleRate &&
    a.freeSize === b.freeSize
  );
}
