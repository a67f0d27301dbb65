import type { Channel } from './channel.js';

/** The octaves that the knots of an equaliser span, in Hz. */
const firstKnot = Math.log2(60);
const lastKnot = Math.log2(8192);
/** Where the tilt turns, as a power of two of Hz. */
const pivot = Math.log2(1000);
/** Below, the tilt and the low edge go no further: 0 Hz is infinitely many octaves down. In Hz. */
const lowestTilt = 30;
const lowestEdge = 20;

/**
 * What a channel does to a frequency, in dB: equaliser, tilt and the ends of the band.
 *
 * @param frequency in Hz, >= 0
 */
export function channelGain(frequency: number, channel: Channel): number {
  const { equaliser = [], tilt = 0, lowPass, highPass } = channel;
  const octave = Math.log2(Math.max(frequency, lowestTilt));
  let gain = equaliserGain(octave, equaliser) + tilt * (octave - pivot);
  if (lowPass) gain -= lowPass.slope * Math.max(0, Math.log2(frequency / lowPass.cutoff));
  if (highPass)
    gain -= highPass.slope * Math.max(0, Math.log2(highPass.cutoff / Math.max(frequency, lowestEdge)));
  return gain;
}

/** Between knots in a straight line over octaves; outside, the nearest knot's. */
function equaliserGain(octave: number, knots: readonly number[]): number {
  if (knots.length === 0) return 0;
  const last = knots.length - 1;
  const position = Math.min(last, Math.max(0, ((octave - firstKnot) / (lastKnot - firstKnot)) * last));
  const below = Math.min(last - 1, Math.floor(position));
  return knots[below]! + (position - below) * (knots[below + 1]! - knots[below]!);
}
