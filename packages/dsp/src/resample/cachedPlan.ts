import { openKernels } from '../kernels/kernels.js';
import type { RateConversion } from './rateConversion.js';
import { ResamplePlan } from './resamplePlan.js';

/** Each plan holds a few hundred kilobytes of tables and buffers. */
const maxPlans = 4;
const plans = new Map<string, ResamplePlan>();

/**
 * The plan of a conversion, from a cache of the last four conversions: creating a plan takes a quarter of the time of
 * resampling three seconds.
 *
 * @throws {SerError} `invalid-option`
 */
export function cachedPlan(options: RateConversion): ResamplePlan {
  const key = [options.from, options.to, options.quality, openKernels() !== undefined].join(' ');
  const plan = plans.get(key) ?? new ResamplePlan(options);
  // A map is ordered by insertion, so that its first key is the least recently used one.
  plans.delete(key);
  plans.set(key, plan);
  if (plans.size > maxPlans) plans.delete(plans.keys().next().value!);
  return plan;
}
