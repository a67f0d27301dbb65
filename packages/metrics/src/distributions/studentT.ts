/**
 * The number of standard errors on each side of the mean that contain this share of a Student t distribution.
 *
 * @param share in `(0, 1)`
 * @param degrees of freedom, an integer of at least 1
 *
 * @example
 * tMultiplier(0.95, 23); // 2.0687
 */
export function tMultiplier(share: number, degrees: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return Math.sqrt(degrees) * Math.tan(middle);
    if (shareWithin(middle, degrees) < share) low = middle;
    else high = middle;
  }
}

/**
 * The share of the distribution within ±t, where `angle` is the arc tangent of t / √degrees.
 *
 * @see Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4
 */
function shareWithin(angle: number, degrees: number): number {
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
