import type { Descriptors } from '../../src/descriptors/descriptors.js';

/** Descriptors of a clip with only activity, voicing, and pitch, given as one digit per frame. */
export function framesOf(known: { active: string; voiced: string; f0?: readonly number[] }): Descriptors {
  const mask = (digits: string) => Uint8Array.from(digits, Number);
  const nFrames = known.active.length;
  return {
    frontEnd: 'full-band',
    nFrames,
    names: [],
    data: new Float64Array(0),
    f0: Float64Array.from({ length: nFrames }, (_, i) => known.f0?.[i] ?? 0),
    voiced: mask(known.voiced),
    active: mask(known.active),
  };
}
