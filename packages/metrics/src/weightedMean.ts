/**
 * The mean of the values that are numbers, NaN left out; the plain mean where all of them weigh nothing, and NaN where
 * there is none.
 */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, weight, plainSum, count] = [0, 0, 0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += weights[i]! * value;
    weight += weights[i]!;
    plainSum += value;
    count++;
  });
  return weight > 0 ? sum / weight : plainSum / count;
}
