import { AudioError } from '../errors.js';
import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import type { Chunk } from './chunk.js';

/** How the samples of a WAV file are coded. */
export type WavCoding = 'pcm' | 'float' | 'alaw' | 'mulaw';

/** The fields of the `fmt ` chunk, which may contradict each other. */
export interface WavFields {
  readonly coding: WavCoding;
  readonly nChannels: number;

  /** In Hz. */
  readonly sampleRate: number;

  /** Declared bytes per second. */
  readonly byteRate: number;

  /** Declared bytes per frame (BlockAlign). */
  readonly frameBytes: number;

  /** Declared bits per sample. */
  readonly bits: number;
  readonly littleEndian: boolean;
}

const extensible = 0xfffe;

const codings: Readonly<Record<number, WavCoding>> = {
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

type FormatChunk = Chunk & { readonly littleEndian: boolean };

/**
 * Reads the `fmt ` chunk.
 *
 * @param view the chunk, as far as it is in the file, up to 40 bytes
 *
 * @throws {SerError} `unsupported-format` for an encoding other than PCM, float, A-law, and mu-law; `truncated-file`,
 *   `corrupt-file`
 * @see https://learn.microsoft.com/windows/win32/api/mmreg/ns-mmreg-waveformatextensible
 */
export function readWavFields(view: DataView, chunk: FormatChunk): WavFields {
  const { littleEndian } = chunk;
  if (Math.min(chunk.size, 40) > view.byteLength) {
    throw new AudioError(
      'truncated-file',
      `Expected a \`fmt \` chunk of ${chunk.size} bytes, found ${view.byteLength}. ` +
        'Download or copy the file again.',
    );
  }
  if (chunk.size < 16) throw corruptWav('the size of the `fmt ` chunk', 'at least 16', chunk.size);
  const nChannels = view.getUint16(2, littleEndian);
  const sampleRate = view.getUint32(4, littleEndian);
  if (nChannels === 0) throw corruptWav('the number of channels', 'at least 1', nChannels);
  if (sampleRate === 0) throw corruptWav('the sample rate', 'above 0', sampleRate);
  return {
    coding: codingOf(readFormatTag(view, chunk)),
    nChannels,
    sampleRate,
    byteRate: view.getUint32(8, littleEndian),
    frameBytes: view.getUint16(12, littleEndian),
    bits: view.getUint16(14, littleEndian),
    littleEndian,
  };
}

/** The GUID of an extensible format, at byte 24, begins with the format tag. */
function readFormatTag(view: DataView, chunk: FormatChunk): number {
  const tag = view.getUint16(0, chunk.littleEndian);
  const isExtensible = tag === extensible && chunk.size >= 26;
  return isExtensible ? view.getUint16(24, chunk.littleEndian) : tag;
}

function codingOf(tag: number): WavCoding {
  const coding = codings[tag];
  if (coding !== undefined) return coding;
  const name = unsupportedEncodings[tag] ?? 'an unknown encoding';
  throw unsupportedFormat(`WAV of ${name} (format tag 0x${tag.toString(16).padStart(4, '0')})`);
}

/** The layout of samples of this width. PCM of 8 bits is unsigned. */
export function layoutOf(
  { coding, nChannels, sampleRate, littleEndian }: WavFields,
  bytesPerSample: number,
  position: Pick<SampleLayout, 'dataStart' | 'nSamples'>,
): SampleLayout {
  const kind = coding === 'pcm' && bytesPerSample === 1 ? 'unsigned8' : coding;
  return { kind, bytesPerSample, nChannels, sampleRate, littleEndian, ...position };
}

/** The error for a field of a WAV header with an impossible value. */
export function corruptWav(what: string, requirement: string, value: number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${what} to be ${requirement}, got ${value}. Download or copy the file again.`,
  );
}

/** The error for a WAV header whose fields contradict each other, if the samples do not show which one is right. */
export function contradictoryWav(byBits: number, byBlock: number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected one sample width in the WAV header, got ${byBits} bytes from the bits per sample and ${byBlock} from ` +
      'BlockAlign and the byte rate. Export the recording again.',
  );
}
