import { widened, type FrameSpan } from '../descriptors/frameSpan.js';
import { deltaReach, regressionDelta } from '../descriptors/regressionDelta.js';
import { buffersFor, type ContourColumns } from './contourColumns.js';

/** A contour itself, its slope, and the slope of its slope, each over two frames on both sides. */
export class SlopeColumns implements ContourColumns {
  readonly suffixes: readonly string[];
  readonly reach: number;
  readonly #order: number;
  #slopes: readonly Float64Array[] = [];

  /** @param order highest order of slopes; 0 for the contour only */
  constructor(order: 0 | 1 | 2) {
    this.#order = order;
    this.suffixes = ['', '.delta', '.delta2'].slice(0, order + 1);
    this.reach = order * deltaReach;
  }

  columnsOf(values: Float64Array, span: FrameSpan): readonly Float64Array[] {
    this.#slopes = buffersFor(this.#slopes, this.#order, values.length);
    const columns = [values, ...this.#slopes];
    for (let order = 1; order <= this.#order; order++) {
      const needed = widened(span, (this.#order - order) * deltaReach, values.length);
      regressionDelta(columns[order - 1]!, needed, columns[order]!);
    }
    return columns;
  }
}
