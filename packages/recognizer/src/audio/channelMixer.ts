import { type AudioClip, mixDown, type MultichannelAudio } from '@ser/dsp';

/** A clip, and whether it is one channel of several whose mean would be nearly silent. */
export interface MixedClip extends AudioClip {
  readonly channelsCancel?: true;
}

/** The mean of channels that cancel has less than this share of the energy of the loudest one: 12 dB less. */
const least = 10 ** -1.2;

/**
 * Mixes the blocks of a recording down to one channel: their mean, or the loudest channel while the channels cancel each
 * other, as with one inverted channel. All blocks so far decide.
 */
export class ChannelMixer {
  #energies: Float64Array | undefined;
  #meanEnergy = 0;

  mix(block: MultichannelAudio): MixedClip {
    const mean = mixDown(block);
    const { channels, sampleRate } = block;
    if (channels.length < 2) return mean;
    this.#energies ??= new Float64Array(channels.length);
    channels.forEach((samples, channel) => (this.#energies![channel]! += energy(samples)));
    this.#meanEnergy += energy(mean.samples);
    const loudest = this.#energies.indexOf(Math.max(...this.#energies));
    if (!(this.#meanEnergy < least * this.#energies[loudest]!)) return mean;
    return { samples: channels[loudest]!, sampleRate, channelsCancel: true };
  }
}

function energy(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}
