import type { Affine, EncoderWeights, LayerNorm, LayerWeights } from '../../src/weights/encoderWeights.js';

/** One row per position. */
type Rows = readonly Float64Array[];

/**
 * Whisper's encoder written out in float64, row by row: what the graph must compute.
 *
 * @param mel rows of frames, each with one number per band
 * @returns the positions after each layer
 * @see https://github.com/openai/whisper/blob/main/whisper/model.py
 */
export function plainEncoder(weights: EncoderWeights, mel: Rows): Rows[] {
  const frames = convolve(mel, weights.conv1, 1).map((row) => row.map(gelu));
  const halved = convolve(frames, weights.conv2, 2).map((row) => row.map(gelu));
  let x: Rows = halved.map((row, t) => row.map((value, i) => value + sinusoid(t, i, weights.width)));
  return weights.layers.map((layer) => {
    x = transformer(x, layer, weights.heads);
    return x;
  });
}

/** Weighted mean and standard deviation of each channel. */
export function plainStatistics(x: Rows, weights: readonly number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const average = (of: (row: Float64Array) => number) =>
    x.reduce((sum, row, t) => sum + weights[t]! * of(row), 0) / total;
  const mean = Array.from(x[0]!, (_, i) => average((row) => row[i]!));
  return { mean, std: mean.map((center, i) => Math.sqrt(average((row) => (row[i]! - center) ** 2))) };
}

function transformer(x: Rows, layer: LayerWeights, heads: number): Rows {
  const joined = apply(normalize(x, layer.attentionNorm), layer.queryKeyValue);
  const middle = add(x, apply(attend(joined, heads), layer.attentionOutput));
  const inner = apply(normalize(middle, layer.feedForwardNorm), layer.expand).map((row) => row.map(gelu));
  return add(middle, apply(inner, layer.contract));
}

function attend(joined: Rows, heads: number): Rows {
  const width = joined[0]!.length / 3;
  const size = width / heads;
  const output = joined.map(() => new Float64Array(width));
  for (let start = 0; start < width; start += size) {
    const part = (row: Float64Array, which: number) =>
      row.subarray(which * width + start, which * width + start + size);
    joined.forEach((row, t) => {
      const scores = joined.map((other) => dot(part(row, 0), part(other, 1)) / Math.sqrt(size));
      const largest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - largest));
      const sum = powers.reduce((total, power) => total + power, 0);
      joined.forEach((other, u) => {
        part(other, 2).forEach((value, i) => (output[t]![start + i]! += (powers[u]! / sum) * value));
      });
    });
  }
  return output;
}

function convolve(x: Rows, { weight, bias }: Affine, stride: number): Rows {
  const [outputs, inputs] = weight.shape as [number, number];
  return Array.from({ length: Math.ceil(x.length / stride) }, (_, t) =>
    Float64Array.from({ length: outputs }, (_, output) => {
      let sum = bias.values[output]!;
      for (let k = 0; k < 3; k++) {
        const row = x[stride * t + k - 1];
        row?.forEach((value, input) => (sum += value * weight.values[(output * inputs + input) * 3 + k]!));
      }
      return sum;
    }),
  );
}

function apply(x: Rows, { weight, bias }: Affine): Rows {
  const inputs = weight.shape[1]!;
  return x.map((row) =>
    Float64Array.from(
      bias.values,
      (value, output) => value + dot(row, weight.values.subarray(output * inputs)),
    ),
  );
}

function normalize(x: Rows, { gamma, beta }: LayerNorm): Rows {
  return x.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map(
      (value, i) => ((value - mean) / Math.sqrt(variance + 1e-5)) * gamma.values[i]! + beta.values[i]!,
    );
  });
}

function add(a: Rows, b: Rows): Rows {
  return a.map((row, t) => row.map((value, i) => value + b[t]![i]!));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function sinusoid(position: number, channel: number, width: number): number {
  const half = width / 2;
  const angle = position * Math.exp((-Math.log(10000) / (half - 1)) * (channel % half));
  return channel < half ? Math.sin(angle) : Math.cos(angle);
}

function gelu(x: number): number {
  return 0.5 * x * (1 + erf(x / Math.SQRT2));
}

/** The series of the error function: exact to float64's rounding up to about 4, and 1 to 1e-8 beyond. */
function erf(x: number): number {
  if (Math.abs(x) > 4) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}
