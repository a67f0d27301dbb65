/** Exponential decay: `initial · decayRate ^ (step / decaySteps)`. */
export interface ExponentialDecay {
  readonly name: 'exponential';
  /** Number of steps after which the rate is multiplied by `decayRate`, above 0. */
  readonly decaySteps: number;
  /** Factor per `decaySteps` steps, above 0. */
  readonly decayRate: number;
  /**
   * Whether the rate changes every `decaySteps` steps instead of at every step.
   *
   * @default false
   */
  readonly staircase?: boolean;
}

/** Half a cosine wave from the initial rate to its end, after an optional linear warm-up. */
export interface CosineDecay {
  readonly name: 'cosine';
  /** Number of steps of the decay, above 0; afterwards the rate is constant. */
  readonly decaySteps: number;
  /**
   * Final rate as a fraction of the initial rate, in [0, 1].
   *
   * @default 0
   */
  readonly alpha?: number;
  /**
   * Number of warm-up steps, in which the rate rises linearly from 0, an integer of at least 0.
   *
   * @default 0
   */
  readonly warmupSteps?: number;
}

/** A constant rate for each interval of steps. The optimizer's learning rate is ignored. */
export interface PiecewiseConstantDecay {
  readonly name: 'piecewise';
  /** The last step of each interval except the last one, ascending integers of at least 0. */
  readonly boundaries: readonly number[];
  /** The rate of each interval, at least 0; one more than there are boundaries. */
  readonly values: readonly number[];
}

/** How the learning rate changes with the number of steps, as JSON. */
export type LearningRateSchedule = ExponentialDecay | CosineDecay | PiecewiseConstantDecay;

/**
 * The learning rate of a step.
 *
 * @param step counted from 0 over the whole training
 * @param initial the optimizer's learning rate
 * @see keras.optimizers.schedules: ExponentialDecay; CosineDecay, with `warmup_target` as the initial rate and
 *   `initial_learning_rate` 0 if there is a warm-up; PiecewiseConstantDecay.
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
  const interval = boundaries.findIndex((last) => step <= last);
  return values.at(interval)!; // at(-1), the last one, beyond all boundaries
}
