/** Bits written most significant first. */
export class Bits {
  readonly #bits: number[] = [];

  put(value: number, width: number): this {
    const pattern = BigInt.asUintN(width, BigInt(value)).toString(2).padStart(width, '0');
    for (const bit of width === 0 ? '' : pattern) this.#bits.push(Number(bit));
    return this;
  }

  /** A Rice code: the quotient in unary, then the remainder. */
  rice(value: number, parameter: number): this {
    const folded = value >= 0 ? 2 * value : -2 * value - 1;
    for (let i = 0; i < Math.floor(folded / 2 ** parameter); i++) this.#bits.push(0);
    return this.put(1, 1).put(folded % 2 ** parameter, parameter);
  }

  /** As bytes, filled up with zeros. */
  bytes(): number[] {
    const bytes: number[] = [];
    for (let i = 0; i < this.#bits.length; i += 8) {
      bytes.push(
        parseInt(
          this.#bits
            .slice(i, i + 8)
            .join('')
            .padEnd(8, '0'),
          2,
        ),
      );
    }
    return bytes;
  }
}

export interface StreamFields {
  readonly sampleRate?: number;
  readonly nChannels?: number;
  readonly bits?: number;

  /** 0 leaves it open. */
  readonly nSamples?: number;
}

/** A FLAC file of frames written by hand, to say what no encoder would. */
export function flacBytes(fields: StreamFields, frames: readonly number[][]): Uint8Array {
  const { sampleRate = 16000, nChannels = 1, bits = 16, nSamples = 0 } = fields;
  const info = new Bits().put(16, 16).put(65535, 16).put(0, 24).put(0, 24);
  info
    .put(sampleRate, 20)
    .put(nChannels - 1, 3)
    .put(bits - 1, 5)
    .put(nSamples, 36)
    .put(0, 64)
    .put(0, 64);
  const blockHeader = new Bits().put(1, 1).put(0, 7).put(34, 24);
  return Uint8Array.from([0x66, 0x4c, 0x61, 0x43, ...blockHeader.bytes(), ...info.bytes(), ...frames.flat()]);
}

export interface FrameFields {
  /** Stored as a 16-bit number behind the header. */
  readonly blockSize: number;
  readonly channels?: number;
  readonly bitsCode?: number;
  readonly rateCode?: number;

  /** What a rate code of 12, 13 or 14 announces. */
  readonly rate?: readonly [value: number, width: number];

  /** Bytes of the coded frame or sample number. */
  readonly number?: readonly number[];
  readonly variable?: boolean;
  readonly reserved?: number;
}

/** A frame with right checksums around the given subframes. */
export function flacFrame(fields: FrameFields, writeSubframes: (bits: Bits) => void): number[] {
  const { blockSize, channels = 0, bitsCode = 0, rateCode = 0, number = [0], variable = false } = fields;
  const header = new Bits()
    .put(0x3ffe, 14)
    .put(0, 1)
    .put(variable ? 1 : 0, 1)
    .put(7, 4)
    .put(rateCode, 4);
  header
    .put(channels, 4)
    .put(bitsCode, 3)
    .put(fields.reserved ?? 0, 1);
  for (const byte of number) header.put(byte, 8);
  header.put(blockSize - 1, 16);
  if (fields.rate) header.put(...fields.rate);
  const subframes = new Bits();
  writeSubframes(subframes);
  const headerBytes = header.bytes();
  const bytes = [...headerBytes, remainder(headerBytes, 8, 0x07), ...subframes.bytes()];
  const crc16 = remainder(bytes, 16, 0x8005);
  return [...bytes, crc16 >> 8, crc16 & 0xff];
}

/** CRC by long division, bit by bit: the definition, to check the tables against. */
export function remainder(bytes: readonly number[], width: number, polynomial: number): number {
  let crc = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = ((crc >> (width - 1)) & 1) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) & (2 ** width - 1)) ^ (carry ? polynomial : 0);
    }
  }
  return crc;
}
