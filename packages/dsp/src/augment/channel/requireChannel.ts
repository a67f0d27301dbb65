import { DspError } from '../../errors.js';
import { requireNumber } from '../../options/requireLength.js';
import { bandEdgeBounds, decibelBounds, exponentBounds, reverberationBounds } from '../parameterBounds.js';
import { requireSeed } from '../randomSource.js';
import type { BandEdge, Channel } from './channel.js';

/** @throws {SerError} `invalid-option` naming the option: `noise.snr` */
export function requireChannel(channel: Channel): void {
  const { equaliser = [], tilt, lowPass, highPass, reverberation, noise } = channel;
  if (equaliser.length === 1) {
    throw new DspError('invalid-option', 'Expected `equaliser` to have at least two gains, or none, got 1.');
  }
  for (const gain of equaliser) requireNumber('equaliser', gain, decibelBounds);
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
