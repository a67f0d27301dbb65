import { aiffInfo } from './aiff/aiffInfo.js';
import { flacInfo } from './flac/flacInfo.js';
import { knownFormat, unsupportedFormat } from './format/recognizeFormat.js';
import type { SoundFormat } from './format/soundFormat.js';
import { mpegInfo } from './mpeg/mpegInfo.js';
import { nativeFlac } from './ogg/nativeFlac.js';
import { oggInfo } from './ogg/oggInfo.js';
import { wavInfo } from './wav/wavInfo.js';

/** The file formats whose headers are read here. */
export type AudioFormat = 'wav' | 'flac' | 'aiff' | 'mp3' | 'ogg';

/** What the header of a recording says. */
export interface AudioInfo {
  /** The file format, told by content. */
  readonly container: AudioFormat;

  /**
   * How a sample is stored: `pcm8`, `pcm16`, `pcm24`, `pcm32`, `float32`, `float64`, `alaw`, `mulaw`, `flac16`, ...,
   * or which codec made it: `layer3` of MP3, `vorbis`, `opus`.
   */
  readonly encoding: string;

  /** Samples per second and channel, in Hz; of Opus always 48000, at which it is decoded. */
  readonly sampleRate: number;

  /** Number of channels, at least 1. */
  readonly nChannels: number;

  /** Number of samples of each channel. */
  readonly nSamples: number;

  /** Length, in seconds. */
  readonly seconds: number;
}

type Header = Omit<AudioInfo, 'container' | 'seconds'>;

interface HeaderReader {
  readonly container: AudioFormat;
  readonly read: (bytes: Uint8Array) => Header;
}

const aiff: HeaderReader = { container: 'aiff', read: aiffInfo };
const ogg: HeaderReader = { container: 'ogg', read: oggInfo };

const readers: Readonly<Partial<Record<SoundFormat, HeaderReader>>> = {
  WAV: { container: 'wav', read: wavInfo },
  FLAC: { container: 'flac', read: flacInfo },
  AIFF: aiff,
  'AIFF-C': aiff,
  MP3: { container: 'mp3', read: mpegInfo },
  'Ogg FLAC': { container: 'ogg', read: (bytes) => flacInfo(nativeFlac(bytes)) },
  'Ogg Vorbis': ogg,
  'Ogg Opus': ogg,
};

/**
 * Reads the header of a WAV, FLAC, AIFF, MP3, Ogg Vorbis or Ogg Opus file, without its samples; no decoder has to be
 * installed for it.
 *
 * A FLAC stream whose header leaves its length open is decoded to count its samples. An MP3 file has no header of its
 * own: those of all frames are read, and the silence that its encoder says it added does not count.
 *
 * @param bytes the whole file
 * @throws {SerError} as `decodeAudio`, so far as the header shows it
 *
 * @example
 * audioInfo(bytes);
 * // { container: 'wav', encoding: 'pcm16', sampleRate: 16000, nChannels: 1, nSamples: 48000, seconds: 3 }
 */
export function audioInfo(bytes: Uint8Array): AudioInfo {
  const format = knownFormat(bytes);
  const reader = readers[format];
  if (reader === undefined) throw unsupportedFormat(format);
  const header = reader.read(bytes);
  return { container: reader.container, ...header, seconds: header.nSamples / header.sampleRate };
}
