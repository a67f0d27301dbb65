import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import { corruptAiff, truncatedAiff } from './aiffErrors.js';
import type { AiffChunk } from './findAiffChunks.js';

/** How the samples of an AIFF file are stored. */
export interface AiffFormat extends Omit<SampleLayout, 'dataStart' | 'nSamples'> {
  /** Samples per channel that the header declares. */
  readonly nDeclared: number;
}

interface Coding {
  readonly kind: SampleLayout['kind'];

  /** @default the bits per sample, rounded up to bytes */
  readonly bytesPerSample?: number;
  readonly littleEndian?: true;
}

/** The compression types of AIFF-C for uncompressed samples, A-law, and mu-law. */
const codings: Readonly<Record<string, Coding>> = {
  NONE: { kind: 'pcm' },
  twos: { kind: 'pcm' },
  sowt: { kind: 'pcm', littleEndian: true },
  in24: { kind: 'pcm' },
  in32: { kind: 'pcm' },
  '42ni': { kind: 'pcm', littleEndian: true },
  '42n1': { kind: 'pcm', littleEndian: true }, // the spelling of libsndfile
  '23ni': { kind: 'pcm', littleEndian: true },
  'raw ': { kind: 'unsigned8', bytesPerSample: 1 },
  fl32: { kind: 'float', bytesPerSample: 4 },
  FL32: { kind: 'float', bytesPerSample: 4 },
  fl64: { kind: 'float', bytesPerSample: 8 },
  FL64: { kind: 'float', bytesPerSample: 8 },
  alaw: { kind: 'alaw', bytesPerSample: 1 },
  ALAW: { kind: 'alaw', bytesPerSample: 1 },
  ulaw: { kind: 'mulaw', bytesPerSample: 1 },
  ULAW: { kind: 'mulaw', bytesPerSample: 1 },
};

/** Bytes of the `COMM` chunk of AIFF. In AIFF-C, a compression type follows. */
const commonSize = 18;

/**
 * Reads the `COMM` chunk.
 *
 * @param view the chunk, as far as it is in the file, up to 22 bytes
 *
 * @throws {SerError} `unsupported-format` for compressed samples; `truncated-file`, `corrupt-file`
 */
export function parseAiffFormat(view: DataView, { size }: Pick<AiffChunk, 'size'>): AiffFormat {
  if (size < commonSize) throw corruptAiff('a `COMM` chunk of at least 18 bytes', size);
  const needed = size < commonSize + 4 ? commonSize : commonSize + 4;
  if (needed > view.byteLength) {
    throw truncatedAiff(`a \`COMM\` chunk of ${size} bytes`, view.byteLength);
  }
  const nChannels = view.getUint16(0);
  const bits = view.getUint16(6);
  const sampleRate = wholeRate(view, 8);
  const coding = codingOf(needed > commonSize ? tagAt(view, commonSize) : 'NONE');
  if (nChannels === 0) throw corruptAiff('at least 1 channel', nChannels);
  if (bits === 0 || (coding.bytesPerSample === undefined && bits > 32)) {
    throw corruptAiff('1 to 32 bits per sample', bits);
  }
  return {
    kind: coding.kind,
    // samples with fewer bits than their container are left-justified, so the container determines the scale
    bytesPerSample: coding.bytesPerSample ?? Math.ceil(bits / 8),
    littleEndian: coding.littleEndian ?? false,
    nChannels,
    sampleRate,
    nDeclared: view.getUint32(2),
  };
}

function codingOf(compressionType: string): Coding {
  const coding = Object.hasOwn(codings, compressionType) ? codings[compressionType] : undefined;
  if (coding === undefined) throw unsupportedFormat(`AIFF-C of \`${compressionType}\` samples`);
  return coding;
}

function tagAt(view: DataView, start: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + start, 4));
}

/**
 * The sample rate, which AIFF stores as an 80-bit float: 16 bits of sign and exponent, 64 bits of mantissa. Fractions of
 * 1 Hz, as in the 22254.5 Hz of old Macintosh recordings, are dropped, as in libsndfile.
 */
function wholeRate(view: DataView, start: number): number {
  const exponent = view.getUint16(start) - 16383;
  const mantissa = view.getUint32(start + 2) * 2 ** 32 + view.getUint32(start + 6);
  const sampleRate = exponent > 31 ? Infinity : Math.floor(mantissa * 2 ** (exponent - 63));
  if (sampleRate === 0 || sampleRate >= 2 ** 32)
    throw corruptAiff('a sample rate of at least 1 Hz', sampleRate);
  return sampleRate;
}
