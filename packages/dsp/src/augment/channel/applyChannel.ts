import type { AudioClip } from '../../audio/audioClip.js';
import type { Channel } from './channel.js';
import { ChannelPlan } from './channelPlan.js';

/**
 * The clip as it comes out of a channel; for many clips, make a `ChannelPlan`. The same clip and channel give the same
 * samples, bit for bit.
 *
 * @throws {SerError} `invalid-option`, `invalid-sample`
 *
 * @example
 * applyChannel(clip, { noise: { snr: 15, exponent: 1, seed: 42 } }); // pink noise
 * applyChannel(clip, drawChannel({}, 42)); // any microphone, room and line
 */
export function applyChannel(clip: AudioClip, channel: Channel): AudioClip {
  return new ChannelPlan().apply(clip, channel);
}
