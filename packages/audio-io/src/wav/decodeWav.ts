import type { MultichannelAudio } from '../audioClip.js';
import { AudioError } from '../errors.js';
import { parseWav, type WavLayout } from './parseWav.js';
import { swapByteOrder } from './swapByteOrder.js';

/**
 * The sound of a WAV file: PCM of 8, 16, 24 or 32 bits or float of 32 or 64 bits, any number of channels.
 *
 * Integers are scaled as libsndfile does: x / 2^(bits - 1), and (x - 128) / 128 for 8 bits, which are
 * unsigned. Floats are taken as they are, also beyond full scale. A data size of 0 or 0xFFFFFFFF, which
 * streaming writers leave, means up to the end of the file.
 *
 * @param bytes the whole file
 * @throws {AudioError} `truncated-file` when the header declares more samples than there are;
 *   `unsupported-format` (A-law, ADPCM, ...), `corrupt-file`, `invalid-sample` (NaN or infinity), and as
 *   `decodeAudio` when it is no WAV file
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
 *
 * @example
 * const { channels, sampleRate } = decodeWav(bytes);
 */
export function decodeWav(bytes: Uint8Array): MultichannelAudio {
  const layout = parseWav(bytes);
  const { nChannels, nSamples, bytesPerSample, sampleRate } = layout;
  const data = sampleBytes(bytes, layout);
  const read = layout.kind === 'float' ? readFloat : readPcm;
  const channels = Array.from({ length: nChannels }, (_, channel) => {
    const samples = new Float32Array(nSamples);
    read(samples, data, {
      bytesPerSample,
      start: channel * bytesPerSample,
      step: nChannels * bytesPerSample,
    });
    return samples;
  });
  if (layout.kind === 'float') requireFinite(channels, layout);
  return { channels, sampleRate };
}

/** The bytes of all samples, little-endian, at an even offset as 16-bit typed arrays need it. */
function sampleBytes(bytes: Uint8Array, layout: WavLayout): Uint8Array {
  const { dataStart, nSamples, nChannels, bytesPerSample } = layout;
  const data = bytes.subarray(dataStart, dataStart + nSamples * nChannels * bytesPerSample);
  if (!layout.littleEndian) return swapByteOrder(data, bytesPerSample);
  return data.byteOffset % 2 === 0 ? data : new Uint8Array(data);
}

/** The bytes of one channel: where its first sample begins, and from one sample to the next. */
interface Stride {
  readonly bytesPerSample: number;
  readonly start: number;
  readonly step: number;
}

/** 24 and 32 bits are put at the top of an int32, so that one factor scales both. */
function readPcm(samples: Float32Array, data: Uint8Array, { bytesPerSample, start, step }: Stride): void {
  const scale = 2 ** -31;
  const n = samples.length;
  if (bytesPerSample === 1) {
    for (let i = 0, p = start; i < n; i++, p += step) samples[i] = (data[p]! - 128) / 128;
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

function requireFinite(channels: readonly Float32Array[], { sampleRate }: WavLayout): void {
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) {
      if (Number.isFinite(samples[i])) continue;
      throw new AudioError(
        'invalid-sample',
        `Expected finite samples, got \`${samples[i]}\` in sample ${i} (${(i / sampleRate).toFixed(3)} s) of ` +
          `channel ${channel}. Export the recording again, or leave it out.`,
      );
    }
  });
}
