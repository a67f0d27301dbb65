/** The sum of `weights[k] * input[first + k]`, with zeros outside the input. */
export function weightedSum(weights: Float64Array, input: Float32Array, first: number): number {
  const from = Math.max(0, -first);
  const to = Math.min(weights.length, input.length - first);
  let sum = 0;
  for (let k = from; k < to; k++) sum += weights[k]! * input[first + k]!;
  return sum;
}

/**
 * Four weighted sums with the same weights, all within the input: from `first`, `first + step`, … into `start`,
 * `start + step`, … Each weight is loaded once for all four, which nearly halves the time.
 */
export function fourWeightedSums(
  weights: Float64Array,
  { input, first, step }: { input: Float32Array; first: number; step: number },
  { output, start, step: outputStep }: { output: Float32Array; start: number; step: number },
): void {
  const second = first + step;
  const third = second + step;
  const fourth = third + step;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    a += weight * input[first + k]!;
    b += weight * input[second + k]!;
    c += weight * input[third + k]!;
    d += weight * input[fourth + k]!;
  }
  output[start] = a;
  output[start + outputStep] = b;
  output[start + 2 * outputStep] = c;
  output[start + 3 * outputStep] = d;
}
