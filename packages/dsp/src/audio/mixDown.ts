import type { AudioClip, MultichannelAudio } from './audioClip.js';
import { requireChannels } from './requireChannels.js';

/**
 * One channel from several: the mean of the channels at each moment, as librosa's `to_mono`.
 *
 * A single channel is returned as it is, without a copy.
 *
 * @throws {SerError} `invalid-option` when there is no channel, or when their lengths differ
 * @see librosa.to_mono, https://librosa.org/doc/latest/generated/librosa.to_mono.html
 *
 * @example
 * const clip = mixDown(decodeAudio(bytes));
 */
export function mixDown(audio: MultichannelAudio): AudioClip {
  const { channels, sampleRate } = audio;
  const nSamples = requireChannels(channels);
  if (channels.length === 1) return { samples: channels[0]!, sampleRate };
  const sums = new Float64Array(nSamples);
  for (const channel of channels) {
    for (let i = 0; i < nSamples; i++) sums[i] = sums[i]! + channel[i]!;
  }
  return { samples: Float32Array.from(sums, (sum) => sum / channels.length), sampleRate };
}
