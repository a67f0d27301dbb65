import type { FrameSpan } from '../descriptors/frameSpan.js';

/** Computes columns from a contour, one value per frame and column. */
export interface ContourColumns {
  /** The suffix of each column name after the name of the contour. */
  readonly suffixes: readonly string[];
  /** Number of frames on each side of a frame that its values depend on. */
  readonly reach: number;
  /**
   * One array per column with one number per frame, valid within the span; the next call overwrites them.
   *
   * @param values of the contour, valid within the span and `reach` frames around it, limited to the clip
   */
  columnsOf(values: Float64Array, span: FrameSpan): readonly Float64Array[];
}

/** `count` buffers of `length` numbers each; the given ones if they fit. */
export function buffersFor(
  buffers: readonly Float64Array[],
  count: number,
  length: number,
): readonly Float64Array[] {
  if (buffers.length === count && buffers.every((buffer) => buffer.length === length)) return buffers;
  return Array.from({ length: count }, () => new Float64Array(length));
}
