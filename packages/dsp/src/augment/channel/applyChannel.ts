import type { AudioClip } from '../../audio/audioClip.js';
import type { Channel } from './channel.js';
import { ChannelPlan } from './channelPlan.js';

/**
 * Sends a clip through a channel. The filters neither shift the clip in time nor change its power; noise is added on
 * top. The result may exceed [-1, 1]; nothing is clamped. A silent clip, or one of which the filters remove everything,
 * stays silent. The same clip and channel give the same samples, bit for bit.
 *
 * @returns a clip of the same length
 * @throws {SerError} `invalid-option`, `invalid-sample`
 *
 * @example
 * applyChannel(clip, { noise: { snr: 15, exponent: 1, seed: 42 } }); // pink noise
 * applyChannel(clip, drawChannel({}, 42)); // a random microphone, room, and line
 */
export function applyChannel(clip: AudioClip, channel: Channel): AudioClip {
  return new ChannelPlan().apply(clip, channel);
}
