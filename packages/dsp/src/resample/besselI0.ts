/**
 * Modified Bessel function of the first kind of order 0, with full double precision for |x| up to a few hundred.
 *
 * @see https://dlmf.nist.gov/10.25.E2
 */
export function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}
