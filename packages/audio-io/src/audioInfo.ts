import { flacInfo } from './flac/flacInfo.js';
import { recognizeFormat, type AudioFormat } from './format/recognizeFormat.js';
import { wavInfo } from './wav/wavInfo.js';

/** What the header of a recording says. */
export interface AudioInfo {
  /** The file format, told by content. */
  readonly container: AudioFormat;

  /** How a sample is stored: `pcm8`, `pcm16`, `pcm24`, `pcm32`, `float32`, `float64`, `flac16`, ... */
  readonly encoding: string;

  /** Samples per second and channel, in Hz. */
  readonly sampleRate: number;

  /** Number of channels, at least 1. */
  readonly nChannels: number;

  /** Number of samples of each channel. */
  readonly nSamples: number;

  /** Length, in seconds. */
  readonly seconds: number;
}

/**
 * Reads the header of a WAV or FLAC file, without its samples.
 *
 * A FLAC stream whose header leaves its length open is decoded to count its samples.
 *
 * @param bytes the whole file
 * @throws {AudioError} as `decodeAudio`, so far as the header shows it
 *
 * @example
 * audioInfo(bytes);
 * // { container: 'wav', encoding: 'pcm16', sampleRate: 16000, nChannels: 1, nSamples: 48000, seconds: 3 }
 */
export function audioInfo(bytes: Uint8Array): AudioInfo {
  const container = recognizeFormat(bytes);
  const header = container === 'wav' ? wavInfo(bytes) : flacInfo(bytes);
  return { container, ...header, seconds: header.nSamples / header.sampleRate };
}
