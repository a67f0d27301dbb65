/** What the header of AAC says. */
export interface AudioConfig {
  /** 2 for AAC-LC, of the core stream. */
  readonly objectType: number;

  /** Of the core stream, in Hz. */
  readonly coreRate: number;

  /** As decoded, in Hz: twice the core's if spectral band replication is declared. */
  readonly sampleRate: number;

  /** The channel configuration: 1 to 7; 0 if the stream describes its channels itself. */
  readonly channels: number;
  readonly nChannels: number;

  /** Samples per channel of each packet of the core stream: 1024 or 960. */
  readonly frameSamples: number;
}

/** In Hz, by their index in headers. */
export const aacRates: readonly number[] = [
  96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350,
];

/** Channels of each configuration. */
export const aacChannels: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 8];

const sbr = 5;
const parametricStereo = 29;
const escape = 31;
const syncExtension = 0x2b7;

/**
 * Reads an `AudioSpecificConfig`.
 *
 * @returns `undefined` if it is cut off or has a reserved value
 * @see ISO/IEC 14496-3, section 1.6.2.1
 */
export function parseAudioConfig(bytes: Uint8Array): AudioConfig | undefined {
  const bits = new Bits(bytes);
  const first = readObjectType(bits);
  const coreRate = readRate(bits);
  const channels = bits.read(4);
  const isExtended = first === sbr || first === parametricStereo;
  let sampleRate = isExtended ? readRate(bits) : coreRate;
  const objectType = isExtended ? readObjectType(bits) : first;
  const isShort = bits.read(1) === 1;
  if (bits.read(1) === 1) bits.read(14);
  bits.read(1);
  if (!isExtended && channels > 0 && bits.nLeft >= 16 && bits.read(11) === syncExtension) {
    if (readObjectType(bits) === sbr && bits.read(1) === 1) sampleRate = readRate(bits);
  }
  const isCutOff = bits.nLeft < 0;
  if (isCutOff || !(coreRate > 0) || !(sampleRate > 0) || channels >= aacChannels.length) return undefined;
  const nChannels = first === parametricStereo ? 2 : aacChannels[channels]!;
  return { objectType, coreRate, sampleRate, channels, nChannels, frameSamples: isShort ? 960 : 1024 };
}

function readObjectType(bits: Bits): number {
  const type = bits.read(5);
  return type === escape ? 32 + bits.read(6) : type;
}

/** In Hz; `NaN` for a reserved index. */
function readRate(bits: Bits): number {
  const index = bits.read(4);
  return index === 15 ? bits.read(24) : (aacRates[index] ?? NaN);
}

class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Negative after reading past the end. */
  get nLeft(): number {
    return 8 * this.#bytes.length - this.#at;
  }

  read(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++, this.#at++) {
      value = 2 * value + (((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
    }
    return value;
  }
}
