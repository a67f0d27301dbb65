import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { pointerParts, valueAt } from '../recipe/jsonPointer.js';
import type { SearchParameter, SearchSpace } from '../recipe/searchSpace.js';

/** Values of the searched hyperparameters, by JSON pointer. */
export type TrialValues = Readonly<Record<string, unknown>>;

/** One set of hyperparameters to be tried. */
export interface Trial {
  /** From 1; trial 1 is the recipe without changes. */
  readonly trial: number;
  readonly values: TrialValues;
}

export interface SampleTrialsOptions {
  /** Number of trials, at least 1. */
  readonly n: number;
  /** Seed of the draws, an integer in [0, 2^31). */
  readonly seed: number;
}

/** Digits of a drawn number: finer differences do not matter, and people read recipes. */
const nDigits = 4;

/**
 * The trials of a search: first the recipe's own values, then sets of values drawn independently of each other. A larger
 * number of trials with the same seed begins with the same trials, so a search can be extended later.
 *
 * @param member the recipe's member
 *
 * @see Bergstra & Bengio, "Random Search for Hyper-Parameter Optimization", 2012, https://jmlr.org/papers/v13/bergstra12a.html
 */
export function sampleTrials(
  member: object,
  { parameters }: Pick<SearchSpace, 'parameters'>,
  { n, seed }: SampleTrialsOptions,
): readonly Trial[] {
  const random = mersenne(seed);
  const unchanged = mapValues(parameters, (_, pointer) => valueAt(member, pointerParts(pointer)!));
  return Array.from({ length: n }, (_, index) => ({
    trial: index + 1,
    values: index === 0 ? unchanged : mapValues(parameters, (parameter) => draw(parameter, random)),
  }));
}

function draw(parameter: SearchParameter, random: RandomGenerator): unknown {
  switch (parameter.kind) {
    case 'choice':
      return parameter.values[uniformInt(random, 0, parameter.values.length - 1)];
    case 'integer':
      return uniformInt(random, parameter.low, parameter.high);
    case 'linear':
      return between(parameter, parameter.low + uniformFloat64(random) * (parameter.high - parameter.low));
    case 'log': {
      const [low, high] = [Math.log(parameter.low), Math.log(parameter.high)];
      return between(parameter, Math.exp(low + uniformFloat64(random) * (high - low)));
    }
  }
}

/** The number with few digits, if rounding keeps it within the bounds. */
function between({ low, high }: { readonly low: number; readonly high: number }, value: number): number {
  const rounded = Number(value.toPrecision(nDigits));
  return rounded >= low && rounded <= high ? rounded : Math.min(Math.max(value, low), high);
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => R) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
