import { AudioError } from '../errors.js';
import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { Chunk } from './findChunks.js';

/** How the samples of a WAV file are stored. */
export interface WavFormat {
  readonly kind: 'pcm' | 'float';
  readonly bytesPerSample: number;
  readonly nChannels: number;

  /** In Hz. */
  readonly sampleRate: number;
  readonly littleEndian: boolean;
}

const formatTag = { pcm: 0x0001, float: 0x0003, extensible: 0xfffe } as const;

const foreignEncodings: Readonly<Record<number, string>> = {
  0x0002: 'Microsoft ADPCM',
  0x0006: 'A-law',
  0x0007: 'mu-law',
  0x0011: 'IMA ADPCM',
  0x0031: 'GSM 6.10',
  0x0040: 'G.721 ADPCM',
  0x0050: 'MPEG audio',
  0x0055: 'MP3',
  0x00ff: 'AAC',
  0x0161: 'Windows Media Audio',
  0x2000: 'AC-3',
};

/**
 * Reads the `fmt ` chunk.
 *
 * @throws {AudioError} `unsupported-format` for an encoding other than PCM of 8 to 32 bits and float of 32
 *   or 64 bits; `truncated-file`, `corrupt-file`
 * @see https://learn.microsoft.com/windows/win32/api/mmreg/ns-mmreg-waveformatextensible
 */
export function parseWavFormat(view: DataView, chunk: Chunk & { readonly littleEndian: boolean }): WavFormat {
  const { littleEndian, start } = chunk;
  if (start + Math.min(chunk.size, 40) > view.byteLength) {
    throw new AudioError(
      'truncated-file',
      `Expected a \`fmt \` chunk of ${chunk.size} bytes, found ${view.byteLength - start}. ` +
        'Download or copy the file again.',
    );
  }
  if (chunk.size < 16) throw corrupt('the size of the `fmt ` chunk', 'at least 16', chunk.size);
  const nChannels = view.getUint16(start + 2, littleEndian);
  const sampleRate = view.getUint32(start + 4, littleEndian);
  const frameBytes = view.getUint16(start + 12, littleEndian);
  if (nChannels === 0) throw corrupt('the number of channels', 'at least 1', nChannels);
  if (sampleRate === 0) throw corrupt('the sample rate', 'above 0', sampleRate);
  const kind = kindOf(readFormatTag(view, chunk));
  const bytesPerSample = frameBytes / nChannels;
  requireSampleSize(kind, bytesPerSample, view.getUint16(start + 14, littleEndian));
  return { kind, bytesPerSample, nChannels, sampleRate, littleEndian };
}

/** An extensible format begins its GUID at byte 24 with the tag it stands for. */
function readFormatTag(view: DataView, chunk: Chunk & { readonly littleEndian: boolean }): number {
  const tag = view.getUint16(chunk.start, chunk.littleEndian);
  const isExtensible = tag === formatTag.extensible && chunk.size >= 26;
  return isExtensible ? view.getUint16(chunk.start + 24, chunk.littleEndian) : tag;
}

function kindOf(tag: number): WavFormat['kind'] {
  if (tag === formatTag.pcm) return 'pcm';
  if (tag === formatTag.float) return 'float';
  const name = foreignEncodings[tag] ?? 'an unknown encoding';
  throw unsupportedFormat(`WAV of ${name} (format tag 0x${tag.toString(16).padStart(4, '0')})`);
}

/** Samples of fewer bits than their bytes hold are left-justified, so that the container gives the scale. */
function requireSampleSize(kind: WavFormat['kind'], bytesPerSample: number, bits: number): void {
  const isWhole = Number.isInteger(bytesPerSample) && bytesPerSample > 0;
  if (!isWhole || bits === 0 || bits > 8 * bytesPerSample) {
    throw corrupt(
      'the bits per sample',
      `1 to ${Math.floor(8 * bytesPerSample)}, as the block size has it`,
      bits,
    );
  }
  const isKnown = kind === 'pcm' ? bytesPerSample <= 4 : bytesPerSample === 4 || bytesPerSample === 8;
  if (!isKnown) throw unsupportedFormat(`WAV of ${kind} samples of ${8 * bytesPerSample} bits`);
}

function corrupt(what: string, requirement: string, value: number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${what} to be ${requirement}, got ${value}. Download or copy the file again.`,
  );
}
