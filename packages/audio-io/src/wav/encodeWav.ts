import { requireOneOf } from '@ser/core';
import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { wavHeader } from './wavHeader.js';

/** How a WAV file stores a sample: 16-bit or 24-bit integer, or 32-bit float. */
export type WavSampleFormat = 'pcm16' | 'pcm24' | 'float32';

/** How to write a WAV file. */
export interface EncodeWavOptions {
  /**
   * How a sample is stored.
   *
   * @default 'pcm16'
   */
  readonly format?: WavSampleFormat;

  /**
   * Whether PCM samples beyond full scale are clipped. If not, they are rejected. `float32` stores them unchanged.
   *
   * @default false
   */
  readonly clip?: boolean;
}

const bytesPerSample: Readonly<Record<WavSampleFormat, number>> = { pcm16: 2, pcm24: 3, float32: 4 };

/**
 * Encodes a WAV file.
 *
 * PCM is rounded to the nearest step of 2^-(bits - 1), so decoding and encoding again gives the same bytes. The sample
 * 1, which integers cannot represent, becomes the largest step below it.
 *
 * @returns the bytes of the file
 * @throws {SerError} `invalid-sample` for NaN, infinity, and in PCM for a sample outside [-1, 1] unless `clip` is
 *   set; `invalid-option` for a format or sample rate out of bounds, channels of different lengths, or more than 4 GiB
 *
 * @example
 * const bytes = encodeWav({ samples: new Float32Array(16000), sampleRate: 16000 });
 */
export function encodeWav(audio: AudioClip | MultichannelAudio, options: EncodeWavOptions = {}): Uint8Array {
  const { format = 'pcm16', clip = false } = options;
  const channels = 'samples' in audio ? [audio.samples] : audio.channels;
  const nSamples = lengthOf(channels);
  requireOneOf('format', format, Object.keys(bytesPerSample));
  const width = bytesPerSample[format];
  const isFloat = format === 'float32';
  requireEncodable(channels, isFloat || clip ? Infinity : 1);
  const header = wavHeader({
    isFloat,
    width,
    nChannels: channels.length,
    nSamples,
    sampleRate: audio.sampleRate,
  });
  const dataSize = nSamples * channels.length * width;
  const bytes = new Uint8Array(header.length + dataSize + (dataSize % 2));
  bytes.set(header);
  const data = bytes.subarray(header.length);
  channels.forEach((samples, channel) => {
    const stride = { start: channel * width, step: channels.length * width };
    if (isFloat) writeFloat(data, samples, stride);
    else writePcm(data, samples, { ...stride, width });
  });
  return bytes;
}

function lengthOf(channels: readonly Float32Array[]): number {
  const lengths = new Set(channels.map(({ length }) => length));
  const [length] = lengths;
  if (length !== undefined && lengths.size === 1) return length;
  const found = length === undefined ? 'no channel' : `channels of ${[...lengths].join(' and ')} samples`;
  throw new AudioError(
    'invalid-option',
    `\`channels\` must contain one or more channels of equal length; got ${found}. Pad the shorter ones with zeros.`,
  );
}

function requireEncodable(channels: readonly Float32Array[], limit: number): void {
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) {
      const size = Math.abs(samples[i]!);
      if (!(size <= limit) || size === Infinity)
        throw unencodable(samples[i]!, `sample ${i} of channel ${channel}`);
    }
  });
}

function unencodable(value: number, where: string): AudioError {
  return new AudioError(
    'invalid-sample',
    Number.isFinite(value)
      ? `Expected samples within [-1, 1], got \`${value}\` in ${where}. ` +
          'Scale them down, pass `clip: true`, or write `float32`.'
      : `Expected finite samples, got \`${value}\` in ${where}. Replace it before writing.`,
  );
}

interface Stride {
  readonly start: number;
  readonly step: number;
}

function writeFloat(data: Uint8Array, samples: Float32Array, { start, step }: Stride): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let i = 0, p = start; i < samples.length; i++, p += step) view.setFloat32(p, samples[i]!, true);
}

/** Writes little-endian integers. */
function writePcm(
  data: Uint8Array,
  samples: Float32Array,
  stride: Stride & { readonly width: number },
): void {
  const { start, step, width } = stride;
  const fullScale = 2 ** (8 * width - 1);
  for (let i = 0, p = start; i < samples.length; i++, p += step) {
    const rounded = Math.round(samples[i]! * fullScale);
    const value = Math.max(-fullScale, Math.min(fullScale - 1, rounded));
    for (let byte = 0; byte < width; byte++) data[p + byte] = value >> (8 * byte);
  }
}
