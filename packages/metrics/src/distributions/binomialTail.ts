/**
 * The chance of at most `k` heads in `n` tosses of a fair coin.
 *
 * Terms are taken relative to the greatest, in the middle, so that none overflows; the sum of all is 2^n in that unit.
 *
 * @param k a whole number `0 … n / 2`
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
  // All terms: those below the middle twice, and the middle of an even number once.
  return lower / (n % 2 === 1 ? 2 * below : 2 * below + 1);
}
