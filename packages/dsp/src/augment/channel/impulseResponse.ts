import { RandomStream } from '@ser/core';
import type { Reverberation } from './channel.js';

/** Delay of the first reflection, in seconds. */
const firstEcho = 0.002;

/**
 * The impulse response of a room: the direct sound, then noise that decays by 60 dB within the reverberation time.
 *
 * @returns amplitudes of shape `[ceil(time * sampleRate)]`
 * @see Polack, "La transmission de l'énergie sonore dans les salles", 1988: late reverberation as decaying Gaussian noise
 */
export function impulseResponse({ time, level, seed }: Reverberation, sampleRate: number): Float64Array {
  const random = new RandomStream(seed);
  const response = new Float64Array(Math.ceil(time * sampleRate));
  let energy = 0;
  for (let n = Math.ceil(firstEcho * sampleRate); n < response.length; n++) {
    response[n] = random.normal() * 10 ** ((-3 * n) / response.length);
    energy += response[n]! ** 2;
  }
  const scale = energy > 0 ? 10 ** (level / 20) / Math.sqrt(energy) : 0;
  for (let n = 1; n < response.length; n++) response[n]! *= scale;
  response[0] = 1;
  return response;
}
