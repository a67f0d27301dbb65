import type { MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { alawSamples, mulawSamples } from './companding.js';
import type { SampleLayout } from './sampleLayout.js';
import { swapByteOrder } from './swapByteOrder.js';

/**
 * Reads the samples of a file as float, scaled as in libsndfile: integers by 2^-(bits - 1), floats unchanged.
 *
 * @param firstSample position of the first sample in the file, for messages
 * @throws {SerError} `invalid-sample` for NaN or infinity
 */
export function readSamples(bytes: Uint8Array, layout: SampleLayout, firstSample = 0): MultichannelAudio {
  const { nChannels, nSamples, bytesPerSample, sampleRate } = layout;
  const data = sampleBytes(bytes, layout);
  const read = readers[layout.kind];
  const channels = Array.from({ length: nChannels }, (_, channel) => {
    const samples = new Float32Array(nSamples);
    read(samples, data, {
      bytesPerSample,
      start: channel * bytesPerSample,
      step: nChannels * bytesPerSample,
    });
    return samples;
  });
  if (layout.kind === 'float') requireFinite(channels, sampleRate, firstSample);
  return { channels, sampleRate };
}

/** The bytes of all samples, little-endian, at an even offset as required by 16-bit typed arrays. */
function sampleBytes(bytes: Uint8Array, layout: SampleLayout): Uint8Array {
  const { dataStart, nSamples, nChannels, bytesPerSample } = layout;
  const data = bytes.subarray(dataStart, dataStart + nSamples * nChannels * bytesPerSample);
  if (!layout.littleEndian && bytesPerSample > 1) return swapByteOrder(data, bytesPerSample);
  return data.byteOffset % 2 === 0 ? data : new Uint8Array(data);
}

/** The position of one channel in interleaved bytes: offset of its first sample, and distance between samples. */
interface Stride {
  readonly bytesPerSample: number;
  readonly start: number;
  readonly step: number;
}

type Reader = (samples: Float32Array, data: Uint8Array, stride: Stride) => void;

const readers: Readonly<Record<SampleLayout['kind'], Reader>> = {
  pcm: readPcm,
  unsigned8: readTable(Float32Array.from({ length: 256 }, (_, byte) => (byte - 128) / 128)),
  float: readFloat,
  alaw: readTable(alawSamples),
  mulaw: readTable(mulawSamples),
};

/** Samples of 8, 24, and 32 bits are shifted to the top of an int32, so that one factor scales them. */
function readPcm(samples: Float32Array, data: Uint8Array, { bytesPerSample, start, step }: Stride): void {
  const scale = 2 ** -31;
  const n = samples.length;
  if (bytesPerSample === 1) {
    for (let i = 0, p = start; i < n; i++, p += step) samples[i] = (data[p]! << 24) * scale;
  } else if (bytesPerSample === 2) {
    const words = new Int16Array(data.buffer, data.byteOffset, data.length / 2);
    for (let i = 0, w = start / 2; i < n; i++, w += step / 2) samples[i] = words[w]! / 32768;
  } else if (bytesPerSample === 3) {
    for (let i = 0, p = start; i < n; i++, p += step) {
      samples[i] = ((data[p]! << 8) | (data[p + 1]! << 16) | (data[p + 2]! << 24)) * scale;
    }
  } else {
    for (let i = 0, p = start; i < n; i++, p += step) {
      samples[i] = (data[p]! | (data[p + 1]! << 8) | (data[p + 2]! << 16) | (data[p + 3]! << 24)) * scale;
    }
  }
}

function readFloat(samples: Float32Array, data: Uint8Array, { bytesPerSample, start, step }: Stride): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const n = samples.length;
  if (bytesPerSample === 4) {
    for (let i = 0, p = start; i < n; i++, p += step) samples[i] = view.getFloat32(p, true);
  } else {
    for (let i = 0, p = start; i < n; i++, p += step) samples[i] = view.getFloat64(p, true);
  }
}

/** Reads one-byte codes through a table of their samples. */
function readTable(table: Float32Array): Reader {
  return (samples, data, { start, step }) => {
    for (let i = 0, p = start; i < samples.length; i++, p += step) samples[i] = table[data[p]!]!;
  };
}

function requireFinite(channels: readonly Float32Array[], sampleRate: number, firstSample: number): void {
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) {
      if (Number.isFinite(samples[i])) continue;
      const position = firstSample + i;
      throw new AudioError(
        'invalid-sample',
        `Expected finite samples, got \`${samples[i]}\` in sample ${position} (${(position / sampleRate).toFixed(3)} s) of ` +
          `channel ${channel}. Export the recording again, or exclude it.`,
      );
    }
  });
}
