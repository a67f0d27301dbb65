import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';

/**
 * A piece of a stream, of any length: samples, interleaved where the stream has several channels; or one channel as
 * `samples`; or each channel by itself, as an `AudioWorklet` gives them.
 */
export type AudioChunk = Float32Array | Pick<AudioClip, 'samples'> | Pick<MultichannelAudio, 'channels'>;

/**
 * The samples of a chunk, its channels interleaved.
 *
 * @throws {SerError} `invalid-audio` for another kind of chunk, other channels than announced, or NaN
 */
export function interleaved(chunk: AudioChunk, nChannels: number): Float32Array {
  const samples = samplesOf(chunk, nChannels);
  const odd = samples.findIndex((sample) => !Number.isFinite(sample));
  if (odd === -1) return samples;
  throw new RecognizerError(
    'invalid-audio',
    `Expected finite samples in the stream, got \`${samples[odd]}\`.`,
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
    `Expected chunks of \`channels: ${nChannels}\`: Float32Array, { samples } of one channel or { channels }. Convert other samples first, for example with \`PcmStream\` of @ser/audio-io.`,
  );
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
