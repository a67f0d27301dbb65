import type { FrameSpan } from '../descriptors/frameSpan.js';

/** Makes columns of a contour: what each frame says of it. */
export interface ContourColumns {
  /** What each column's name has after the contour's. */
  readonly suffixes: readonly string[];
  /** Frames on either side of a frame that its columns look at. */
  readonly reach: number;
  /**
   * One array a column, one number a frame, right within the span; the next call overwrites them.
   *
   * @param values of the contour, right within the span and `reach` frames around it, as far as there are any
   */
  columnsOf(values: Float64Array, span: FrameSpan): readonly Float64Array[];
}

/** Buffers of at least so many numbers each: those given where they are long enough. */
export function roomFor(
  buffers: readonly Float64Array[],
  count: number,
  length: number,
): readonly Float64Array[] {
  if (buffers.length === count && buffers.every((buffer) => buffer.length === length)) return buffers;
  return Array.from({ length: count }, () => new Float64Array(length));
}
