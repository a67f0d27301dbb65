import { AudioError } from '../errors.js';
import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import type { Chunk } from './findChunks.js';

/** How the samples of a WAV file are stored. */
export type WavFormat = Omit<SampleLayout, 'dataStart' | 'nSamples'>;

const extensible = 0xfffe;

const kinds: Readonly<Record<number, 'pcm' | 'float' | 'alaw' | 'mulaw'>> = {
  0x0001: 'pcm',
  0x0003: 'float',
  0x0006: 'alaw',
  0x0007: 'mulaw',
};

const unsupportedEncodings: Readonly<Record<number, string>> = {
  0x0002: 'Microsoft ADPCM',
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
 * @throws {SerError} `unsupported-format` for an encoding other than PCM of 8 to 32 bits, float of 32 or
 *   64 bits, A-law, and mu-law; `truncated-file`, `corrupt-file`
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
  const coding = kindOf(readFormatTag(view, chunk));
  const bytesPerSample = frameBytes / nChannels;
  requireSampleSize(coding, bytesPerSample, view.getUint16(start + 14, littleEndian));
  const kind = coding === 'pcm' && bytesPerSample === 1 ? 'unsigned8' : coding;
  return { kind, bytesPerSample, nChannels, sampleRate, littleEndian };
}

/** The GUID of an extensible format, at byte 24, begins with the format tag. */
function readFormatTag(view: DataView, chunk: Chunk & { readonly littleEndian: boolean }): number {
  const tag = view.getUint16(chunk.start, chunk.littleEndian);
  const isExtensible = tag === extensible && chunk.size >= 26;
  return isExtensible ? view.getUint16(chunk.start + 24, chunk.littleEndian) : tag;
}

type Coding = (typeof kinds)[number];

function kindOf(tag: number): Coding {
  const kind = kinds[tag];
  if (kind !== undefined) return kind;
  const name = unsupportedEncodings[tag] ?? 'an unknown encoding';
  throw unsupportedFormat(`WAV of ${name} (format tag 0x${tag.toString(16).padStart(4, '0')})`);
}

const sampleSizes: Readonly<Record<Coding, readonly number[]>> = {
  pcm: [1, 2, 3, 4],
  float: [4, 8],
  alaw: [1],
  mulaw: [1],
};

/** Samples with fewer bits than their container are left-justified, so the container determines the scale. */
function requireSampleSize(coding: Coding, bytesPerSample: number, bits: number): void {
  const isWhole = Number.isInteger(bytesPerSample) && bytesPerSample > 0;
  if (!isWhole || bits === 0 || bits > 8 * bytesPerSample) {
    throw corrupt(
      'the bits per sample',
      `1 to ${Math.floor(8 * bytesPerSample)}, the size given by BlockAlign`,
      bits,
    );
  }
  if (!sampleSizes[coding].includes(bytesPerSample)) {
    throw unsupportedFormat(`WAV of ${coding} samples of ${8 * bytesPerSample} bits`);
  }
}

function corrupt(what: string, requirement: string, value: number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${what} to be ${requirement}, got ${value}. Download or copy the file again.`,
  );
}
