import { invalidOption, requireNumber, requireSeed } from '@ser/core';
import { bandEdgeBounds, decibelBounds, exponentBounds, reverberationBounds } from '../parameterBounds.js';
import type { BandEdge, Channel } from './channel.js';

/** @throws {SerError} `invalid-option` with the path of the option, such as `noise.snr` */
export function requireChannel(channel: Channel): void {
  const { equalizer = [], tilt, lowPass, highPass, reverberation, noise } = channel;
  if (equalizer.length === 1)
    throw invalidOption('equalizer', 'a list of at least two gains, or none', equalizer);
  for (const gain of equalizer) requireNumber('equalizer', gain, decibelBounds);
  if (tilt !== undefined) requireNumber('tilt', tilt, { min: -24, max: 24 });
  if (lowPass) requireEdge('lowPass', lowPass);
  if (highPass) requireEdge('highPass', highPass);
  if (reverberation) {
    requireNumber('reverberation.time', reverberation.time, reverberationBounds.time);
    requireNumber('reverberation.level', reverberation.level, reverberationBounds.level);
    requireSeed(reverberation.seed, 'reverberation.seed');
  }
  if (noise) {
    requireNumber('noise.snr', noise.snr, decibelBounds);
    requireNumber('noise.exponent', noise.exponent, exponentBounds);
    requireSeed(noise.seed, 'noise.seed');
  }
}

function requireEdge(name: string, { cutoff, slope }: BandEdge): void {
  requireNumber(`${name}.cutoff`, cutoff, bandEdgeBounds.cutoff);
  requireNumber(`${name}.slope`, slope, bandEdgeBounds.slope);
}
