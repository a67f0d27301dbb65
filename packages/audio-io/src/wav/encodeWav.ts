import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import type { EncodeWavOptions } from './encodeWavOptions.js';
import { SampleEncoder } from './sampleEncoder.js';

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
  const channels = 'samples' in audio ? [audio.samples] : audio.channels;
  const encoder = new SampleEncoder(options);
  const data = encoder.encode(channels);
  const { length: nSamples } = channels[0]!;
  const header = encoder.header({ nChannels: channels.length, nSamples, sampleRate: audio.sampleRate });
  const bytes = new Uint8Array(header.length + data.length + (data.length % 2));
  bytes.set(header);
  bytes.set(data, header.length);
  return bytes;
}
