/**
 * How evenly power is spread: the logarithm of the geometric over the arithmetic mean (log flatness), and the entropy of
 * the powers as probabilities, `-Σ p log p`, in nats.
 *
 * @param logarithms natural, of the powers
 * @param total sum of the powers
 * @param output filled at `offset` and after it
 * @see https://en.wikipedia.org/wiki/Spectral_flatness
 */
export function spectralEvenness(
  powers: Float64Array,
  logarithms: Float64Array,
  total: number,
  output: Float64Array,
  offset: number,
): void {
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < powers.length; k++) {
    sum += logarithms[k]!;
    weighted += powers[k]! * logarithms[k]!;
  }
  output[offset] = sum / powers.length - Math.log(total / powers.length);
  output[offset + 1] = Math.log(total) - weighted / total;
}
