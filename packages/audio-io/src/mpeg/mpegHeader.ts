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
 * "Free format" bit rates are not supported: the header does not give the size of such a frame.
 *
 * @see ISO/IEC 11172-3, section 2.4.2.3; http://www.mp3-tech.org/programmer/frame_header.html
 */
export function mpegHeader(bytes: Uint8Array, start: number): MpegHeader | undefined {
  if (start + headerSize > bytes.length) return undefined;
  const second = bytes[start + 1]!;
  const third = bytes[start + 2]!;
  if (bytes[start] !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const fullRate = sampleRates[(third >> 2) & 3];
  if (version === 1 || layer === 4 || fullRate === undefined) return undefined;
  const kbits = bitRates[version === mpeg1 ? 'mpeg1' : 'mpeg2'][layer - 1]![third >> 4];
  if (kbits === undefined || kbits === 0) return undefined;
  const sampleRate = version === mpeg1 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const nChannels = bytes[start + 3]! >> 6 === 3 ? 1 : 2;
  const nSamples = layer === 1 ? 384 : layer === 3 && version !== mpeg1 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const size = slot * (Math.floor(((nSamples / 8 / slot) * 1000 * kbits) / sampleRate) + ((third >> 1) & 1));
  const checksum = (second & 1) === 0 ? 2 : 0;
  const sideSize = version === mpeg1 ? (nChannels === 1 ? 17 : 32) : nChannels === 1 ? 9 : 17;
  const mainData = headerSize + checksum + (layer === 3 ? sideSize : 0);
  return { version, layer, sampleRate, nChannels, size, nSamples, mainData };
}

/** Whether two frames can belong to one stream: only the bit rate and the number of channels may change. */
export function isSameStream(a: MpegHeader, b: MpegHeader): boolean {
  return a.version === b.version && a.layer === b.layer && a.sampleRate === b.sampleRate;
}
