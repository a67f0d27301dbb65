import type { AudioClip, MultichannelAudio } from './audioClip.js';
import { requireChannels } from './requireChannels.js';

/**
 * Mixes several channels into one: the mean of the channels at each time, like librosa's `to_mono`.
 *
 * A single channel is returned without a copy.
 *
 * @returns a clip as long as the channels
 * @throws {SerError} `invalid-option` if there is no channel, or if the lengths differ
 * @see librosa.to_mono, https://librosa.org/doc/latest/generated/librosa.to_mono.html
 *
 * @example
 * const clip = mixDown(decodeAudio(bytes));
 */
export function mixDown(audio: MultichannelAudio): AudioClip {
  const { channels, sampleRate } = audio;
  const nSamples = requireChannels(channels);
  if (channels.length === 1) return { samples: channels[0]!, sampleRate };
  const samples = new Float32Array(nSamples);
  for (let i = 0; i < nSamples; i++) {
    let sum = 0;
    for (const channel of channels) sum += channel[i]!;
    samples[i] = sum / channels.length;
  }
  return { samples, sampleRate };
}
