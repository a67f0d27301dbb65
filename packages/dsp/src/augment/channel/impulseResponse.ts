import { RandomSource } from '../randomSource.js';
import type { Reverberation } from './channel.js';

/** Seconds from the direct sound to its first echo. */
const firstEcho = 0.002;

/**
 * The sound of a hand clap in the room: the direct sound, then noise that falls by 60 dB in the room's time.
 *
 * @see Polack, "La transmission de l'énergie sonore dans les salles", 1988: late reverberation as decaying Gaussian noise
 */
export function impulseResponse({ time, level, seed }: Reverberation, sampleRate: number): Float64Array {
  const random = new RandomSource(seed);
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
