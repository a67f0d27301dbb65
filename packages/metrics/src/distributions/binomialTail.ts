/**
 * The probability of at most `k` heads in `n` tosses of a fair coin.
 *
 * Terms are relative to the largest, the middle one, so that none overflows; in that unit, the sum of all terms is 2^n.
 *
 * @param k an integer from 0 to n / 2
 *
 * @example
 * binomialTail(1, 4); // 0.3125
 */
export function binomialTail(k: number, n: number): number {
  const middle = Math.floor(n / 2);
  let [term, lower, below] = [1, 0, 0];
  for (let heads = middle; heads >= 0; heads--) {
    if (heads <= k) lower += term;
    if (heads < n - middle) below += term;
    term *= heads / (n - heads + 1);
  }
  // The sum of all terms: those below the middle twice, and for an even n the middle one once.
  return lower / (n % 2 === 1 ? 2 * below : 2 * below + 1);
}
