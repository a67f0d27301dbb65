import { RandomSource, requireSeed } from '../randomSource.js';
import type { Channel } from './channel.js';
import { resolveChannelOptions, type ChannelOptions } from './channelOptions.js';
import { requireChannelOptions } from './requireChannelOptions.js';

/**
 * A channel drawn by chance: the gains of the equaliser and the tilt are normally distributed about 0 dB, the rest is
 * there with a probability and drawn evenly from a range.
 *
 * @param seed a 32-bit integer; the same seed and options give the same channel
 * @throws {SerError} `invalid-option`
 *
 * @example
 * drawChannel({ noise: { snr: [5, 20] } }, 42); // { equaliser: [-2.1, …], tilt: 0.7, noise: { snr: 11.2, … } }
 */
export function drawChannel(options: ChannelOptions, seed: number): Channel {
  requireChannelOptions(options);
  requireSeed(seed);
  return channelDrawn(options, new RandomSource(seed));
}

/** @param options checked by `requireChannelOptions` */
export function channelDrawn(options: ChannelOptions, random: RandomSource): Channel {
  const { equaliser, nKnots, tilt, lowPass, highPass, reverberation, noise } = resolveChannelOptions(options);
  // All is drawn, wanted or not: to leave one part out must not change the others.
  const drawn = {
    equaliser: Array.from({ length: nKnots }, () => equaliser * random.normal()),
    tilt: tilt * random.normal(),
    lowPass: { cutoff: random.within(lowPass.cutoff), slope: random.within(lowPass.slope) },
    highPass: { cutoff: random.within(highPass.cutoff), slope: random.within(highPass.slope) },
    reverberation: {
      time: random.within(reverberation.time),
      level: random.within(reverberation.level),
      seed: random.seed(),
    },
    noise: { snr: random.within(noise.snr), exponent: random.within(noise.exponent), seed: random.seed() },
  };
  const isThere = ({ probability }: { readonly probability: number }) => random.within([0, 1]) < probability;
  return {
    equaliser: drawn.equaliser,
    tilt: drawn.tilt,
    ...(isThere(lowPass) && { lowPass: drawn.lowPass }),
    ...(isThere(highPass) && { highPass: drawn.highPass }),
    ...(isThere(reverberation) && { reverberation: drawn.reverberation }),
    ...(isThere(noise) && { noise: drawn.noise }),
  };
}
