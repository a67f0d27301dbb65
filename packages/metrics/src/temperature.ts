import { checkLabels } from './checkLabels.js';
import { checkProbabilities } from './checkProbabilities.js';
import { MetricsError } from './errors.js';
import { refuseEmpty } from './refuseEmpty.js';
import { EPSILON } from './tally/losses.js';
import type { Outcome } from './types.js';

/** Temperatures lie between e^-10 and e^10, as scikit-learn's do. */
const [COLDEST, HOTTEST] = [Math.exp(-10), Math.exp(10)];

/**
 * The temperature that makes probabilities as honest as one number can: it minimises the log loss of
 * `applyTemperature`. Above 1 it takes confidence away, below 1 it adds some; the order of the classes of an item, and
 * so the answer, stays. Fit it on items that neither trained the model nor test it.
 *
 * The log loss is convex in the inverse temperature, so there is one minimum, found by Newton's method to rounding.
 *
 * @returns between e^-10 (all answers right: the surer the better) and e^10 (answers worse than dice)
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`
 * @see Guo et al. 2017, On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
 *
 * @example
 * const temperature = fitTemperature(validation);
 * applyTemperature(probabilities, { nClasses: 8, temperature });
 */
export function fitTemperature(outcome: Outcome): number {
  checkLabels(outcome);
  refuseEmpty(outcome);
  const { actual, nClasses } = outcome;
  const logits = Float64Array.from(checkProbabilities(outcome), logitOf);
  return 1 / rootOf((inverse) => slopeOf(actual, logits, nClasses, inverse), 1 / HOTTEST, 1 / COLDEST);
}

export interface TemperatureOptions {
  /** Length of a row of probabilities; at least 1. */
  readonly nClasses: number;
  /** Above 0; 1 changes nothing. */
  readonly temperature: number;
}

/**
 * Softens (above 1) or sharpens (below 1) probabilities: each to the power of `1 / temperature`, each row scaled to
 * sum to 1, which is dividing the logits of a softmax by the temperature.
 *
 * @param probabilities shape `[nItems, nClasses]`, row-major; zeros count as 2^-52
 * @returns shape `[nItems, nClasses]`
 * @throws {SerError} `invalid-option`, `length-mismatch`
 *
 * @example
 * applyTemperature([0.8, 0.2], { nClasses: 2, temperature: 2 }); // [0.6666666666666666, 0.3333333333333333]
 */
export function applyTemperature(
  probabilities: ArrayLike<number>,
  { nClasses, temperature }: TemperatureOptions,
): Float64Array {
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new MetricsError('invalid-option', `\`temperature\` must be above 0, got \`${temperature}\`.`);
  }
  if (!Number.isInteger(nClasses) || nClasses < 1) {
    throw new MetricsError(
      'invalid-option',
      `\`nClasses\` must be a whole number >= 1, got \`${nClasses}\`.`,
    );
  }
  if (probabilities.length % nClasses !== 0) {
    throw new MetricsError(
      'length-mismatch',
      `\`probabilities\` must hold whole rows of ${nClasses}, got ${probabilities.length}.`,
    );
  }
  const scaled = Float64Array.from(probabilities, logitOf);
  for (let first = 0; first < scaled.length; first += nClasses) {
    softmax(scaled.subarray(first, first + nClasses), 1 / temperature);
  }
  return scaled;
}

function logitOf(probability: number): number {
  return Math.log(Math.max(probability, EPSILON));
}

/** Logits to probabilities, in place. */
function softmax(row: Float64Array, inverse: number): void {
  const greatest = row.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i] = Math.exp(inverse * (row[i]! - greatest));
  for (let i = 0; i < row.length; i++) row[i]! /= sum;
}

/** First and second derivative of the log loss (summed over items) by the inverse temperature. */
function slopeOf(actual: ArrayLike<number>, logits: Float64Array, nClasses: number, inverse: number): Slope {
  let [first, second] = [0, 0];
  for (let item = 0; item < actual.length; item++) {
    const row = logits.subarray(item * nClasses, (item + 1) * nClasses);
    let greatest = -Infinity;
    for (const logit of row) greatest = Math.max(greatest, logit);
    let [sum, mean, square] = [0, 0, 0];
    for (const logit of row) {
      const below = logit - greatest;
      const weight = Math.exp(inverse * below);
      sum += weight;
      mean += weight * below;
      square += weight * below * below;
    }
    mean /= sum;
    first += mean - (row[actual[item]!]! - greatest);
    second += square / sum - mean * mean;
  }
  return { first, second };
}

interface Slope {
  readonly first: number;
  readonly second: number;
}

/**
 * Where a rising function crosses 0, or the end of the interval that is nearest to it: Newton's method, with bisection
 * wherever its steps do not halve or lead out of the interval.
 */
function rootOf(slope: (x: number) => Slope, low: number, high: number): number {
  let x = 1;
  let lastStep = Infinity;
  while (high - low > 1e-14 * high) {
    const { first, second } = slope(x);
    // Flat at 1 says that every temperature will do; further on, that exponentials are too small to be told from 0.
    if (first === 0 && (second > 0 || x === 1)) return x;
    if (first <= 0) low = x;
    else high = x;
    const newton = x - first / second;
    const isFast = newton > low && newton < high && Math.abs(newton - x) < lastStep / 2;
    const next = isFast ? newton : Math.sqrt(low * high);
    lastStep = Math.abs(next - x);
    if (lastStep <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}
