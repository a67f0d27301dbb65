/** Fractions of the power, ascending. */
const shares = [0.25, 0.5, 0.75, 0.9] as const;

/**
 * Roll-off frequencies: the lowest frequency with at least 25, 50, 75, and 90% of the power at or below it, in Hz.
 *
 * @param total sum of the powers, above 0
 * @param output filled from `offset` on
 * @see librosa.feature.spectral_rolloff, of magnitudes
 */
export function rolloffs(
  powers: Float64Array,
  frequencies: Float64Array,
  total: number,
  output: Float64Array,
  offset: number,
): void {
  let bin = 0;
  let sum = powers[0]!;
  for (let i = 0; i < shares.length; i++) {
    const threshold = shares[i]! * total;
    while (sum < threshold && bin < powers.length - 1) sum += powers[++bin]!;
    output[offset + i] = frequencies[bin]!;
  }
}
