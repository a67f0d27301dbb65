import { z } from 'zod';

/** Which hyperparameters of a recipe are tried, and how, as JSON: the `search` of a recipe. */
export interface SearchSpace {
  /**
   * What is varied: JSON pointers to values that the recipe has, such as `/training/optimizer/learningRate`, below
   * `/augmentation`, `/classifier`, `/features`, `/normalize` or `/training`.
   */
  readonly parameters: Readonly<Record<string, SearchParameter>>;
  /** How many sets of values are tried, the recipe's own included; at least 1. @default 20 */
  readonly trials: number;
  /** By what trials are ranked, on the validation speakers. @default 'uar' */
  readonly metric: TrialMetric;
  /** Epochs of the first rung, at least 1. @default `maxEpochs` divided twice by `reductionFactor` */
  readonly minEpochs?: number;
  /**
   * Epochs of the last rung, at least 1. The best recipe is trained for the recipe's own `training.epochs` in the end.
   * @default the recipe's `training.epochs`
   */
  readonly maxEpochs?: number;
  /** One trial in so many goes on to the next rung, which has so many times the epochs; at least 2. @default 3 */
  readonly reductionFactor: number;
  /** Share of the speakers that are not tested on which trials are scored, in (0, 1). @default 0.25 */
  readonly validationFraction: number;
}

/** The figure that trials are ranked by. */
export type TrialMetric = 'uar' | 'accuracy' | 'macroF1';

/** From where the values of one hyperparameter are drawn. */
export type SearchParameter =
  /** Uniform between two numbers: `linear` on their scale, `log` on that of their logarithms. */
  | { readonly kind: 'linear' | 'log'; readonly low: number; readonly high: number }
  /** A whole number, both bounds included. */
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  /** One of some values of any kind. */
  | { readonly kind: 'choice'; readonly values: readonly unknown[] };

const positive = z.number().positive();

const kinds = [
  z.strictObject({ kind: z.literal('linear'), low: z.number(), high: z.number() }).check(ordered),
  z.strictObject({ kind: z.literal('log'), low: positive, high: positive }).check(ordered),
  z.strictObject({ kind: z.literal('integer'), low: z.int(), high: z.int() }).check(ordered),
  z.strictObject({ kind: z.literal('choice'), values: z.array(z.json()).min(2).check(eachOnce) }),
] as const;

const parameterSchema = z.discriminatedUnion('kind', kinds, {
  error: ({ code }) =>
    code === 'invalid_union' ? 'unknown kind of parameter; use linear, log, integer or choice' : undefined,
});

/** A search space as zod checks it; whether it fits its recipe is for `searchOfItsRecipe` to say. */
export const searchSpaceSchema: z.ZodType<SearchSpace> = z
  .strictObject({
    parameters: z.record(z.string(), parameterSchema).check(notEmpty),
    trials: z.int().min(1).default(20),
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
  const message = `\`low\` must be below \`high\`, got ${value.low} and ${value.high}`;
  issues.push({ code: 'custom', input: value, message });
}

function eachOnce({ value: values, issues }: Check<unknown[]>): void {
  const texts = values.map((value) => JSON.stringify(value));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) {
    issues.push({ code: 'custom', input: values, message: `\`${twice}\` stands twice` });
  }
}

function notEmpty({ value: parameters, issues }: Check<Record<string, unknown>>): void {
  if (Object.keys(parameters).length > 0) return;
  issues.push({
    code: 'custom',
    input: parameters,
    message: 'names no parameter, so there is nothing to try',
  });
}

function epochsInOrder({
  value,
  issues,
}: Check<{ minEpochs?: number | undefined; maxEpochs?: number | undefined }>): void {
  const { minEpochs, maxEpochs } = value;
  if (minEpochs === undefined || maxEpochs === undefined || minEpochs <= maxEpochs) return;
  const message = `must be at most \`maxEpochs\`, which is ${maxEpochs}, got ${minEpochs}`;
  issues.push({ code: 'custom', input: minEpochs, path: ['minEpochs'], message });
}
