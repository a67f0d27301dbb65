import type { FrameSpan } from './frameSpan.js';

/** Number of frames on each side of a frame that its slope is computed from. */
export const deltaReach = 2;
/** Inverse of the sum of squared distances, `2 (1 + 4)`. */
const scale = 1 / 10;

/**
 * Slope per frame of the least-squares line through each value and two values on each side; the first and last value are
 * repeated beyond the ends.
 *
 * @param output filled within the span; another buffer of the same shape as `values`
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
