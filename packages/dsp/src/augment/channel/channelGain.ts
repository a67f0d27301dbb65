import type { Channel } from './channel.js';

/** Frequencies of the first and last gain of an equalizer, in octaves above 1 Hz. */
const firstKnot = Math.log2(60);
const lastKnot = Math.log2(8192);
/** Frequency at which the tilt has a gain of 0 dB, in octaves above 1 Hz. */
const pivot = Math.log2(1000);
/** Lowest frequencies for the tilt and the lower band edge, in Hz: 0 Hz is infinitely many octaves below. */
const lowestTilt = 30;
const lowestEdge = 20;

/**
 * Gain of a channel at one frequency: equalizer, tilt, and band edges.
 *
 * @param frequency in Hz, at least 0
 * @returns the gain in dB
 */
export function channelGain(frequency: number, channel: Channel): number {
  const { equalizer = [], tilt = 0, lowPass, highPass } = channel;
  const octave = Math.log2(Math.max(frequency, lowestTilt));
  let gain = equalizerGain(octave, equalizer) + tilt * (octave - pivot);
  if (lowPass) gain -= lowPass.slope * Math.max(0, Math.log2(frequency / lowPass.cutoff));
  if (highPass)
    gain -= highPass.slope * Math.max(0, Math.log2(highPass.cutoff / Math.max(frequency, lowestEdge)));
  return gain;
}

/** Linear interpolation over octaves; outside, the gain of the nearest frequency. */
function equalizerGain(octave: number, knots: readonly number[]): number {
  if (knots.length === 0) return 0;
  const last = knots.length - 1;
  const position = Math.min(last, Math.max(0, ((octave - firstKnot) / (lastKnot - firstKnot)) * last));
  const below = Math.min(last - 1, Math.floor(position));
  return knots[below]! + (position - below) * (knots[below + 1]! - knots[below]!);
}
