import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';

/**
 * A chunk of a stream, of any length: samples, interleaved if the stream has several channels; one channel as
 * `samples`; or separate channels, as in an `AudioWorklet`.
 */
export type AudioChunk = Float32Array | Pick<AudioClip, 'samples'> | Pick<MultichannelAudio, 'channels'>;

/**
 * The samples of a chunk, with its channels interleaved.
 *
 * @throws {SerError} `invalid-audio` for another type of chunk, another number of channels, or NaN
 */
export function interleaved(chunk: AudioChunk, nChannels: number): Float32Array {
  const samples = samplesOf(chunk, nChannels);
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  if (index === -1) return samples;
  throw new RecognizerError(
    'invalid-audio',
    `The samples of a stream must be finite; got ${samples[index]}. Check how the audio is recorded or converted.`,
  );
}

function samplesOf(chunk: AudioChunk, nChannels: number): Float32Array {
  if (chunk instanceof Float32Array) return chunk;
  const isObject = typeof chunk === 'object' && chunk !== null;
  if (isObject && 'channels' in chunk && chunk.channels.length === nChannels)
    return interleave(chunk.channels);
  if (isObject && 'samples' in chunk && chunk.samples instanceof Float32Array && nChannels === 1)
    return chunk.samples;
  throw new RecognizerError(
    'invalid-audio',
    `With \`channels: ${nChannels}\`, a chunk must be a Float32Array, { samples } of one channel, or { channels } with ${nChannels}; got ${describe(chunk)}. Convert other samples first, for example with \`PcmStream\` of @ser/audio-io.`,
  );
}

function describe(chunk: unknown): string {
  if (typeof chunk !== 'object' || chunk === null) return `a ${typeof chunk}`;
  const { channels } = chunk as { readonly channels?: unknown };
  return Array.isArray(channels) ? `${channels.length} channels` : chunk.constructor.name;
}

function interleave(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels;
  if (channels.length === 1) return first!;
  const samples = new Float32Array(channels.length * first!.length);
  channels.forEach((channel, c) => {
    for (let i = 0; i < first!.length; i++) samples[i * channels.length + c] = channel[i]!;
  });
  return samples;
}
