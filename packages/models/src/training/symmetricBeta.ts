/**
 * A number from Beta(alpha, alpha), from two uniform numbers: Bailey's polar method draws Student's t with 2·alpha
 * degrees of freedom, and `(1 + t / √(2·alpha + t²)) / 2` is beta-distributed. Exact for every alpha above 0.
 *
 * @param u in [0, 1)
 * @param v in [0, 1)
 * @see Devroye, 1996, Random variate generation in one line of code, https://doi.org/10.1109/WSC.1996.873288
 */
export function symmetricBeta(alpha: number, u: number, v: number): number {
  const squaredRadius = (1 - u) ** (-1 / alpha) - 1; // Infinity for tiny alphas: the share is then 0 or 1
  const cosine = Math.cos(2 * Math.PI * v);
  return (1 + cosine / Math.sqrt(cosine ** 2 + 1 / squaredRadius)) / 2;
}
