/** A clip of a million samples then ends within a thousandth of a sample of where it should. */
const tolerance = 1e-9;

/**
 * The ratio of small whole numbers that comes within 1e-9 of `value`, relatively: its continued fraction, cut
 * off. A rate written in few digits is met exactly.
 *
 * @param value > 0
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
