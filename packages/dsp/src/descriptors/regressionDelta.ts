import type { FrameSpan } from './frameSpan.js';

/** Frames on either side of the one whose slope is taken. */
export const deltaReach = 2;
/** One over twice the sum of squared distances, `2 (1 + 4)`. */
const scale = 1 / 10;

/**
 * Slope of the line of least squares through each value and two on either side, a frame; beyond the ends the first and
 * last value are repeated.
 *
 * @param output filled in the span, of the same shape as `values`, another buffer
 * @see S. Young et al., "The HTK Book", 5.9
 */
export function regressionDelta(values: Float64Array, { first, end }: FrameSpan, output: Float64Array): void {
  const inside = Math.min(end, Math.max(first, deltaReach));
  const endOfInside = Math.max(inside, Math.min(end, values.length - deltaReach));
  for (let frame = first; frame < inside; frame++) output[frame] = slopeNearEnd(values, frame);
  for (let frame = inside; frame < endOfInside; frame++) {
    const near = values[frame + 1]! - values[frame - 1]!;
    const far = values[frame + 2]! - values[frame - 2]!;
    output[frame] = (near + 2 * far) * scale;
  }
  for (let frame = endOfInside; frame < end; frame++) output[frame] = slopeNearEnd(values, frame);
}

function slopeNearEnd(values: Float64Array, frame: number): number {
  const at = (index: number) => values[Math.min(values.length - 1, Math.max(0, index))]!;
  const near = at(frame + 1) - at(frame - 1);
  return (near + 2 * (at(frame + 2) - at(frame - 2))) * scale;
}
