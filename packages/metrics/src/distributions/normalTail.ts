/**
 * The share of a standard normal distribution above `z` >= 0, to about 14 significant digits.
 *
 * @see Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.11 (series) and 26.2.14 (continued fraction)
 *
 * @example
 * normalTail(1.959963984540054); // 0.025
 */
export function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 2.5 ? 0.5 - density * series(z) : density / fraction(z);
}

function series(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

/** z + 1 / (z + 2 / (z + 3 / …)), from the innermost term outward. */
function fraction(z: number): number {
  let value = z;
  for (let k = 200; k > 0; k--) value = z + k / value;
  return value;
}
