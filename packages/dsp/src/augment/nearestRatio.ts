/** Relative error: at most a thousandth of a sample at the end of a clip of a million samples. */
const tolerance = 1e-9;

/**
 * The first convergent of the continued fraction of `value` with a relative error of at most 1e-9: a ratio of small
 * integers. A rate with few digits is represented exactly.
 *
 * @param value above 0
 * @see https://en.wikipedia.org/wiki/Continued_fraction#Best_rational_approximations
 *
 * @example
 * nearestRatio(1.25); // [5, 4]
 */
export function nearestRatio(value: number): readonly [numerator: number, denominator: number] {
  let [p, q, lastP, lastQ] = [1, 0, 0, 1];
  for (let rest = value; ; rest = 1 / (rest % 1)) {
    const whole = Math.floor(rest);
    [p, q, lastP, lastQ] = [whole * p + lastP, whole * q + lastQ, p, q];
    if (Math.abs(p / q - value) <= tolerance * value) return [p, q];
  }
}
