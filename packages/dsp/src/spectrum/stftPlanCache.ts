import { openKernels } from '../kernels/kernels.js';
import { resolveStftOptions, type StftOptions } from './stftOptions.js';

/** Each plan holds a few hundred kilobytes of tables and buffers. */
const maxPlans = 4;

/**
 * The plans of the last four sets of options: creating one takes longer than transforming three seconds. Plans without
 * kernels are not kept, because their buffers grow with the longest clip.
 */
export class StftPlanCache<Plan> {
  readonly #create: (options: StftOptions) => Plan;
  readonly #plans = new Map<string, Plan>();

  constructor(create: (options: StftOptions) => Plan) {
    this.#create = create;
  }

  /** @throws {SerError} `invalid-option` */
  planFor(options: StftOptions): Plan {
    if (openKernels() === undefined) return this.#create(options);
    const { nFft, hopLength, winLength, window, center, padMode } = resolveStftOptions(options);
    const key = [nFft, hopLength, winLength, window, center, padMode].join(' ');
    const plan = this.#plans.get(key) ?? this.#create(options);
    // A map is ordered by insertion, so that its first key is the least recently used one.
    this.#plans.delete(key);
    this.#plans.set(key, plan);
    if (this.#plans.size > maxPlans) this.#plans.delete(this.#plans.keys().next().value!);
    return plan;
  }
}
