/** `initial · decayRate ^ (step / decaySteps)`. */
export interface ExponentialDecay {
  readonly name: 'exponential';
  /** Steps in which the rate is multiplied by `decayRate` once, > 0. */
  readonly decaySteps: number;
  /** > 0. */
  readonly decayRate: number;
  /**
   * Whether the rate changes once in `decaySteps` steps instead of at each.
   *
   * @default false
   */
  readonly staircase?: boolean;
}

/** Half a wave of a cosine down from the initial rate, after an optional straight rise to it. */
export interface CosineDecay {
  readonly name: 'cosine';
  /** Steps of the fall, > 0; afterwards the rate stays. */
  readonly decaySteps: number;
  /**
   * The share of the initial rate that is left at the end, in [0, 1].
   *
   * @default 0
   */
  readonly alpha?: number;
  /**
   * Steps in which the rate rises from 0 before it falls, an integer >= 0.
   *
   * @default 0
   */
  readonly warmupSteps?: number;
}

/** A rate for each stretch of steps. The optimizer's own learning rate is of no account. */
export interface PiecewiseConstantDecay {
  readonly name: 'piecewise';
  /** The last step of each stretch but the last one, rising integers >= 0. */
  readonly boundaries: readonly number[];
  /** The rate of each stretch, >= 0; one more than boundaries. */
  readonly values: readonly number[];
}

/** How the step size follows the number of steps, as JSON. */
export type LearningRateSchedule = ExponentialDecay | CosineDecay | PiecewiseConstantDecay;

/**
 * The step size of a step.
 *
 * @param step counted from 0 over the whole training
 * @param initial the optimizer's learning rate
 * @see keras.optimizers.schedules: ExponentialDecay; CosineDecay, its `warmup_target` the initial rate and its
 *   `initial_learning_rate` 0 where there is a warm-up; PiecewiseConstantDecay.
 *   https://keras.io/api/optimizers/learning_rate_schedules/
 */
export function scheduledLearningRate(schedule: LearningRateSchedule, initial: number, step: number): number {
  switch (schedule.name) {
    case 'exponential':
      return exponential(schedule, initial, step);
    case 'cosine':
      return cosine(schedule, initial, step);
    case 'piecewise':
      return piecewise(schedule, step);
  }
}

function exponential({ decaySteps, decayRate, staircase }: ExponentialDecay, initial: number, step: number) {
  const progress = step / decaySteps;
  return initial * decayRate ** (staircase ? Math.floor(progress) : progress);
}

function cosine({ decaySteps, alpha = 0, warmupSteps = 0 }: CosineDecay, initial: number, step: number) {
  if (step < warmupSteps) return (initial * step) / warmupSteps;
  const progress = Math.min((step - warmupSteps) / decaySteps, 1);
  return initial * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * progress)) + alpha);
}

function piecewise({ boundaries, values }: PiecewiseConstantDecay, step: number) {
  const stretch = boundaries.findIndex((last) => step <= last);
  return values.at(stretch)!; // at(-1), the last one, beyond all boundaries
}
