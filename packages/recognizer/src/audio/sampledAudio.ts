import type { MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import type { AudioInput, SampledAudio } from './audioInput.js';

/** Whether the input is not an encoded file; it may also be something else than audio. */
export function isSampled(input: AudioInput): input is SampledAudio {
  const isFile = typeof input === 'string' || input instanceof URL || input instanceof Blob;
  if (isByteStream(input)) return false;
  return !isFile && !(input instanceof Uint8Array) && !(input instanceof ArrayBuffer);
}

/** Whether the input is a Web Stream, of the bytes of a file. */
export function isByteStream(input: AudioInput): input is ReadableStream<Uint8Array> {
  return typeof input === 'object' && input !== null && 'getReader' in input;
}

/** The channels of samples in any form. @throws {SerError} `invalid-audio` for an input that is not audio */
export function channelsOf(input: SampledAudio): MultichannelAudio {
  if ('samples' in input && input.samples instanceof Float32Array) {
    return { channels: [input.samples], sampleRate: input.sampleRate };
  }
  if ('channels' in input && Array.isArray(input.channels)) return input;
  if ('getChannelData' in input) {
    const channels = Array.from({ length: input.numberOfChannels }, (_, i) => input.getChannelData(i));
    return { channels, sampleRate: input.sampleRate };
  }
  throw new RecognizerError(
    'invalid-audio',
    `Audio must be a clip ({ samples, sampleRate }), channels ({ channels, sampleRate }), the bytes of a file, or its path or URL; got an object with ${Object.keys(input).join(', ') || 'no fields'}.`,
  );
}

const blockLength = 1 << 14;

/** Audio in blocks, at least one. Nothing is copied. */
export function* blocksOfSamples({ channels, sampleRate }: MultichannelAudio): Generator<MultichannelAudio> {
  const longest = Math.max(0, ...channels.map(({ length }) => length));
  let start = 0;
  do {
    const end = start + blockLength;
    yield { channels: channels.map((samples) => samples.subarray(start, end)), sampleRate };
    start = end;
  } while (start < longest);
}
