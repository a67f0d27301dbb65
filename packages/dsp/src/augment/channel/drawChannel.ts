import { RandomStream, requireSeed } from '@ser/core';
import { drawFrom } from '../drawFrom.js';
import type { Channel } from './channel.js';
import { type ChannelOptions, resolveChannelOptions } from './channelOptions.js';
import { requireChannelOptions } from './requireChannelOptions.js';

/**
 * Draws a random channel: the gains of the equalizer and the tilt are normally distributed around 0 dB; each other part
 * is present with a probability and drawn uniformly from its ranges.
 *
 * @param seed an integer from -2^31 to 2^32 - 1; the same seed and options give the same channel
 * @throws {SerError} `invalid-option`
 *
 * @example
 * drawChannel({ noise: { snr: [5, 20] } }, 42); // { equalizer: [-2.1, …], tilt: 0.7, noise: { snr: 11.2, … } }
 */
export function drawChannel(options: ChannelOptions, seed: number): Channel {
  requireChannelOptions(options);
  requireSeed(seed);
  return drawChannelFrom(options, new RandomStream(seed));
}

/** @param options checked by `requireChannelOptions` */
export function drawChannelFrom(options: ChannelOptions, random: RandomStream): Channel {
  const { equalizer, nKnots, tilt, lowPass, highPass, reverberation, noise } = resolveChannelOptions(options);
  // Every part is drawn, even an unused one, so that leaving out one part does not change the others.
  const drawn = {
    equalizer: Array.from({ length: nKnots }, () => equalizer * random.normal()),
    tilt: tilt * random.normal(),
    lowPass: { cutoff: drawFrom(lowPass.cutoff, random), slope: drawFrom(lowPass.slope, random) },
    highPass: { cutoff: drawFrom(highPass.cutoff, random), slope: drawFrom(highPass.slope, random) },
    reverberation: {
      time: drawFrom(reverberation.time, random),
      level: drawFrom(reverberation.level, random),
      seed: random.seed(),
    },
    noise: {
      snr: drawFrom(noise.snr, random),
      exponent: drawFrom(noise.exponent, random),
      seed: random.seed(),
    },
  };
  return {
    equalizer: drawn.equalizer,
    tilt: drawn.tilt,
    ...(random.chance(lowPass.probability) && { lowPass: drawn.lowPass }),
    ...(random.chance(highPass.probability) && { highPass: drawn.highPass }),
    ...(random.chance(reverberation.probability) && { reverberation: drawn.reverberation }),
    ...(random.chance(noise.probability) && { noise: drawn.noise }),
  };
}
