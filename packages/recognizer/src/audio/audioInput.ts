import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import type { FileLocation } from '../files/readLocation.js';

/** Web Audio's `AudioBuffer`, or any object with these members. */
export interface AudioBufferLike {
  readonly sampleRate: number;
  readonly numberOfChannels: number;
  getChannelData(channel: number): Float32Array;
}

/** Audio as samples, at any rate: a clip, several channels, or an `AudioBuffer`. */
export type SampledAudio = AudioClip | MultichannelAudio | AudioBufferLike;

/**
 * Audio in any form: a clip, several channels, or an `AudioBuffer`; the bytes of a file, a `File` or `Blob`, or a
 * stream of its bytes, such as `response.body`; or the location of a file: a path in Node, a URL anywhere.
 */
export type AudioInput =
  SampledAudio | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | FileLocation;
