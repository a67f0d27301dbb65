import { widened } from '../descriptors/frameSpan.js';
import { deltaReach, regressionDelta } from '../descriptors/regressionDelta.js';
import { Distribution } from './distribution.js';
import type { Regions } from './regions.js';

/** One contour of a clip, with intermediate values that several statistics share. */
export class Contour {
  /** The values of active frames. */
  readonly active = new Distribution();
  #values: Float64Array = new Float64Array(0);
  #regions: Regions;
  #activeValues = new Float64Array(0);
  #delta = new Float64Array(0);
  #delta2 = new Float64Array(0);
  #hasDelta = false;

  constructor(regions: Regions) {
    this.#regions = regions;
  }

  get regions(): Regions {
    return this.#regions;
  }

  /** One number per frame. */
  get values(): Float64Array {
    return this.#values;
  }

  /** Prepares for the next clip. */
  begin(regions: Regions): void {
    this.#regions = regions;
    if (this.#activeValues.length !== regions.active.length) {
      this.#activeValues = new Float64Array(regions.active.length);
    }
  }

  /** Loads the next contour, one number per frame. */
  load(values: Float64Array): void {
    const { active } = this.#regions;
    const activeValues = this.#activeValues;
    this.#values = values;
    this.#hasDelta = false;
    for (let i = 0; i < active.length; i++) activeValues[i] = values[active[i]!]!;
    this.active.load(activeValues);
  }

  /** Slope in each frame of the span of speech. */
  get delta(): Float64Array {
    return this.#span(this.#wholeDelta);
  }

  /** Slope of the slope in each frame of the span of speech. */
  get delta2(): Float64Array {
    const delta = this.#wholeDelta;
    if (this.#delta2.length !== delta.length) this.#delta2 = new Float64Array(delta.length);
    regressionDelta(delta, this.#regions, this.#delta2);
    return this.#span(this.#delta2);
  }

  /** As long as the clip; valid in the span and two frames on both sides, which slopes of slopes need. */
  get #wholeDelta(): Float64Array {
    if (this.#hasDelta) return this.#delta;
    if (this.#delta.length !== this.#values.length) this.#delta = new Float64Array(this.#values.length);
    regressionDelta(this.#values, widened(this.#regions, deltaReach, this.#values.length), this.#delta);
    this.#hasDelta = true;
    return this.#delta;
  }

  #span(values: Float64Array): Float64Array {
    return values.subarray(this.#regions.first, this.#regions.end);
  }
}
