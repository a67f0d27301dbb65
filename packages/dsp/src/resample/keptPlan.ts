import { ResamplePlan, type ResamplePlanOptions } from './resamplePlan.js';

/** Each holds a few hundred kilobytes of tables and buffers. */
const mostPlans = 4;
const plans = new Map<string, ResamplePlan>();

/**
 * The plan of a ratio, kept until four others have been asked for: to make one takes a quarter of the time in which it
 * resamples three seconds.
 *
 * @throws {SerError} `invalid-option` for a rate or quality out of bounds
 */
export function keptPlan(options: ResamplePlanOptions): ResamplePlan {
  const key = [options.from, options.to, options.quality].join(' ');
  const plan = plans.get(key) ?? new ResamplePlan(options);
  // The map remembers the order of insertion: the first is the one that was not asked for longest.
  plans.delete(key);
  plans.set(key, plan);
  if (plans.size > mostPlans) plans.delete(plans.keys().next().value!);
  return plan;
}
