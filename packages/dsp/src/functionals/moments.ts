/** Added to standard deviations, to avoid a division by 0 for constants. */
const leastDeviation = 1e-8;

/**
 * Mean, population standard deviation, skewness, and kurtosis.
 *
 * @param output filled, of shape `[4]`
 * @see https://en.wikipedia.org/wiki/Standardized_moment
 */
export function moments(values: Float64Array, output: Float64Array): void {
  const mean = meanOf(values);
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = values[i]! - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  const deviation = Math.sqrt(second / values.length) + leastDeviation;
  const variance = deviation * deviation;
  output[0] = mean;
  output[1] = deviation;
  output[2] = third / values.length / (variance * deviation);
  output[3] = fourth / values.length / (variance * variance);
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Population standard deviation. */
export function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  return Math.sqrt(squares / values.length);
}

export function meanMagnitudeOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}
