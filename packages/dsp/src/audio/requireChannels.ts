import { DspError } from '../errors.js';

/** The common length of the channels, in samples; refuses none at all and unequal lengths. */
export function requireChannels(channels: readonly Float32Array[]): number {
  const first = channels[0];
  if (first === undefined) {
    throw new DspError('invalid-option', 'Expected `channels` to hold at least one channel, got none.');
  }
  const odd = channels.findIndex((channel) => channel.length !== first.length);
  if (odd !== -1) {
    throw new DspError(
      'invalid-option',
      `Expected \`channels\` of equal length, got ${first.length} samples in channel 0 and ` +
        `${channels[odd]!.length} in channel ${odd}. Pad the shorter one with zeros.`,
    );
  }
  return first.length;
}
