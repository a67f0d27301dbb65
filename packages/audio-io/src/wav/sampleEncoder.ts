import { requireOneOf } from '@ser/core';
import { AudioError } from '../errors.js';
import type { EncodeWavOptions, WavSampleFormat } from './encodeWavOptions.js';
import { type WavHeader, wavHeader } from './wavHeader.js';

const bytesPerSample: Readonly<Record<WavSampleFormat, number>> = { pcm16: 2, pcm24: 3, float32: 4 };

/** Encodes the samples of one WAV file, at once or block by block. */
export class SampleEncoder {
  readonly #isFloat: boolean;
  readonly #width: number;
  readonly #limit: number;
  #nSamples = 0;

  /** @throws {SerError} `invalid-option` */
  constructor({ format = 'pcm16', clip = false }: EncodeWavOptions) {
    requireOneOf('format', format, Object.keys(bytesPerSample));
    this.#isFloat = format === 'float32';
    this.#width = bytesPerSample[format];
    this.#limit = this.#isFloat || clip ? Infinity : 1;
  }

  /** The bytes of a block of samples, interleaved. @throws {SerError} `invalid-option`, `invalid-sample` */
  encode(channels: readonly Float32Array[]): Uint8Array {
    const nSamples = lengthOf(channels);
    requireEncodable(channels, this.#limit, this.#nSamples);
    this.#nSamples += nSamples;
    const width = this.#width;
    const data = new Uint8Array(nSamples * channels.length * width);
    channels.forEach((samples, channel) => {
      const stride = { start: channel * width, step: channels.length * width };
      if (this.#isFloat) writeFloat(data, samples, stride);
      else writePcm(data, samples, { ...stride, width });
    });
    return data;
  }

  /** The bytes before the samples. @throws {SerError} `invalid-option`, also for more than 4 GiB */
  header(shape: Omit<WavHeader, 'isFloat' | 'width'>): Uint8Array {
    return wavHeader({ ...shape, isFloat: this.#isFloat, width: this.#width });
  }
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

function requireEncodable(channels: readonly Float32Array[], limit: number, nBefore: number): void {
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) {
      const size = Math.abs(samples[i]!);
      if (!(size <= limit) || size === Infinity)
        throw unencodable(samples[i]!, `sample ${nBefore + i} of channel ${channel}`);
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
