import { z } from 'zod';
import { unique } from './unique.js';

/** Which values of which hyperparameters `tune` tries, as JSON: the `search` of a recipe. */
export interface SearchSpace {
  /**
   * What to vary: JSON pointers to values of the member, such as `/training/optimizer/learningRate`, below
   * `/augmentation`, `/classifier`, `/encoding`, `/features`, `/normalize`, or `/training`.
   */
  readonly parameters: Readonly<Record<string, SearchParameter>>;
  /** How many sets of values to try, including the recipe's own; at least 1. @default 20 */
  readonly trials: number;
  /** The score on the validation speakers that ranks the trials. @default 'uar' */
  readonly metric: TrialMetric;
  /** Epochs of the first rung, at least 1. @default `maxEpochs` divided twice by `reductionFactor` */
  readonly minEpochs?: number;
  /**
   * Epochs of the last rung, at least 1. The best recipe is finally trained for the recipe's own `training.epochs`.
   * @default the recipe's `training.epochs`
   */
  readonly maxEpochs?: number;
  /** One trial out of this many continues to the next rung, with this many times the epochs; at least 2. @default 3 */
  readonly reductionFactor: number;
  /** The share of the speakers not used for testing that trials are scored on, in (0, 1). @default 0.25 */
  readonly validationFraction: number;
}

/** A score that ranks trials. */
export type TrialMetric = 'uar' | 'accuracy' | 'macroF1';

/** Where the values of one hyperparameter are drawn from. */
export type SearchParameter =
  /** Uniform between two numbers, for `log` on a logarithmic scale. */
  | { readonly kind: 'linear' | 'log'; readonly low: number; readonly high: number }
  /** An integer, both bounds included. */
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  /** One of a list of values of any kind. */
  | { readonly kind: 'choice'; readonly values: readonly unknown[] };

const positive = z.number().positive();

const kinds = [
  z.strictObject({ kind: z.literal('linear'), low: z.number(), high: z.number() }).check(ordered),
  z.strictObject({ kind: z.literal('log'), low: positive, high: positive }).check(ordered),
  z.strictObject({ kind: z.literal('integer'), low: z.int(), high: z.int() }).check(ordered),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(z.json()).min(2).check(unique<unknown>(JSON.stringify)),
  }),
] as const;

const parameterSchema = z.discriminatedUnion('kind', kinds, {
  error: ({ code }) =>
    code === 'invalid_union' ? 'expected one of linear, log, integer, choice' : undefined,
});

/** A search space as zod checks it. `searchProblems` checks that it fits its recipe. */
export const searchSpaceSchema: z.ZodType<SearchSpace> = z
  .strictObject({
    parameters: z.record(z.string(), parameterSchema).check(notEmpty),
    trials: z.int().min(1).max(10_000).default(20),
    metric: z.enum(['uar', 'accuracy', 'macroF1']).default('uar'),
    minEpochs: z.int().min(1).optional(),
    maxEpochs: z.int().min(1).optional(),
    reductionFactor: z.int().min(2).default(3),
    validationFraction: z.number().gt(0).lt(1).default(0.25),
  })
  .check(epochsInOrder);

type Check<T> = z.core.ParsePayload<T>;

function ordered({ value, issues }: Check<{ low: number; high: number }>): void {
  if (value.low < value.high) return;
  const message = `\`low\` must be below \`high\`; got ${value.low} and ${value.high}`;
  issues.push({ code: 'custom', input: value, message });
}

function notEmpty({ value: parameters, issues }: Check<Record<string, unknown>>): void {
  if (Object.keys(parameters).length > 0) return;
  issues.push({
    code: 'custom',
    input: parameters,
    message: 'must name at least one parameter',
  });
}

function epochsInOrder({
  value,
  issues,
}: Check<{ minEpochs?: number | undefined; maxEpochs?: number | undefined }>): void {
  const { minEpochs, maxEpochs } = value;
  if (minEpochs === undefined || maxEpochs === undefined || minEpochs <= maxEpochs) return;
  const message = `must be at most \`maxEpochs\`, ${maxEpochs}; got ${minEpochs}`;
  issues.push({ code: 'custom', input: minEpochs, path: ['minEpochs'], message });
}
