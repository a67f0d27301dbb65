/** Added to the sum of squared times, to avoid a division by 0. */
const leastTime = 1e-9;

/**
 * The least-squares line through values over time, scaled to -1 to 1: its slope, and the standard deviation of the
 * residuals.
 *
 * @param mean of the values
 * @param deviation standard deviation of the values
 * @param output filled, of shape `[2]`
 */
export function trend(values: Float64Array, mean: number, deviation: number, output: Float64Array): void {
  const step = values.length === 1 ? 0 : 2 / (values.length - 1);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const time = i * step - 1;
    products += time * (values[i]! - mean);
    squares += time * time;
  }
  const slope = products / (squares + leastTime);
  const explained = (slope * slope * squares) / values.length;
  output[0] = slope;
  output[1] = Math.sqrt(Math.max(0, deviation * deviation - explained));
}
