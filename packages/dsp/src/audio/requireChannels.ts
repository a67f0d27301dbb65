import { DspError } from '../errors.js';

/**
 * Checks that audio has channels, all of the same length.
 *
 * @returns the common length, in samples
 * @throws {SerError} `invalid-option` if there is no channel, or if the lengths differ
 */
export function requireChannels(channels: readonly Float32Array[]): number {
  const first = channels[0];
  if (first === undefined) {
    throw new DspError('invalid-option', '`channels` must hold at least one channel; got none.');
  }
  const odd = channels.findIndex((channel) => channel.length !== first.length);
  if (odd !== -1) {
    throw new DspError(
      'invalid-option',
      `\`channels\` must have equal lengths; got ${first.length} samples in channel 0 and ` +
        `${channels[odd]!.length} in channel ${odd}. Pad the shorter one with zeros.`,
    );
  }
  return first.length;
}
