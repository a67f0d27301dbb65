import { requireOneOf } from '@ser/core';
import { AudioError } from '../errors.js';

/** Formats of raw samples, named as in ffmpeg and ALSA: signed 16-bit or 32-bit float, both little-endian. */
export type PcmFormat = 's16le' | 'f32le';

/** The formats that `PcmStream` reads. */
export const pcmFormats = ['s16le', 'f32le'] as const satisfies readonly PcmFormat[];

/** Options of `PcmStream`. */
export interface PcmStreamOptions {
  /** Format of each sample. */
  readonly format: PcmFormat;
}

const bytesOf: Readonly<Record<PcmFormat, number>> = { s16le: 2, f32le: 4 };

/**
 * Reads raw samples from bytes that arrive in pieces of any size, even split within a sample. Integers are scaled by
 * 2^-15.
 *
 * @throws {SerError} `invalid-option` for another format
 *
 * @example
 * const pcm = new PcmStream({ format: 's16le' });
 * for await (const bytes of process.stdin) use(pcm.push(bytes));
 */
export class PcmStream {
  readonly #format: PcmFormat;
  /** The first bytes of an incomplete sample. */
  #rest = new Uint8Array(0);

  constructor({ format }: PcmStreamOptions) {
    requireOneOf('format', format, pcmFormats);
    this.#format = format;
  }

  /**
   * @returns the samples that these bytes complete; several channels stay interleaved
   * @throws {SerError} `invalid-sample` for a float that is NaN or infinite
   */
  push(bytes: Uint8Array): Float32Array {
    const all = joined(this.#rest, bytes);
    const size = bytesOf[this.#format];
    const samples = new Float32Array(Math.floor(all.length / size));
    this.#rest = all.slice(samples.length * size);
    const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
    if (this.#format === 's16le') {
      for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(2 * i, true) / 32768;
    } else {
      for (let i = 0; i < samples.length; i++) samples[i] = finite(view.getFloat32(4 * i, true));
    }
    return samples;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function finite(sample: number): number {
  if (Number.isFinite(sample)) return sample;
  throw new AudioError(
    'invalid-sample',
    `Expected finite samples, got \`${sample}\`. Check that the stream is f32le and begins at a sample boundary.`,
  );
}
