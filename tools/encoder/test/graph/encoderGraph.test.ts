import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { encoderGraph } from '../../src/graph/encoderGraph.js';
import { encoderWeights } from '../../src/weights/encoderWeights.js';
import { plainEncoder, plainStatistics } from './plainEncoder.js';
import { normalNumbers, randomWeights, small } from './randomWeights.js';

const weights = encoderWeights(randomWeights(), small.layers);

async function run(file: Uint8Array, mel: Float32Array, pooling: readonly number[]) {
  const session = await InferenceSession.create(file, { logSeverityLevel: 4 });
  const { mean, std } = await session.run({
    mel: new Tensor('float32', mel, [1, small.bands, mel.length / small.bands]),
    weights: new Tensor('float32', Float32Array.from(pooling), [pooling.length]),
  });
  return { mean: mean!.data as Float32Array, std: std!.data as Float32Array, dims: mean!.dims };
}

function expected(mel: Float32Array, pooling: readonly number[]) {
  const nFrames = mel.length / small.bands;
  const rows = Array.from({ length: nFrames }, (_, t) =>
    Float64Array.from({ length: small.bands }, (_, band) => mel[band * nFrames + t]!),
  );
  const statistics = plainEncoder(weights, rows).map((x) => plainStatistics(x, pooling));
  return { mean: statistics.flatMap(({ mean }) => mean), std: statistics.flatMap(({ std }) => std) };
}

function largestDifference(actual: ArrayLike<number>, reference: readonly number[]): number {
  return Math.max(...reference.map((value, i) => Math.abs(value - actual[i]!)));
}

/** The root mean square difference, relative to that of the reference. */
function relativeError(actual: ArrayLike<number>, reference: readonly number[]): number {
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(squares(reference.map((value, i) => value - actual[i]!)) / squares(reference));
}

describe.each([
  ['an even number of frames', 24, [1, 1, 0, 0.5, 1, 1, 0, 1, 1, 1, 0.25, 1]],
  ['an odd number of frames', 7, [1, 0, 2, 1]],
  ['a single frame', 1, [3]],
])('the graph over %s', (_, nFrames, pooling) => {
  const mel = normalNumbers(99, small.bands * nFrames, 0.7);
  const reference = expected(mel, pooling);

  // Values are up to about 4; float32 sums of 192 products differ by some 1e-6.
  it('equals the network written out, with float32 weights', async () => {
    const { mean, std, dims } = await run(encoderGraph(weights, { precision: 'float32' }), mel, pooling);
    expect(dims).toEqual([small.layers, small.width]);
    expect(largestDifference(mean, reference.mean)).toBeLessThan(1e-4);
    expect(largestDifference(std, reference.std)).toBeLessThan(1e-4);
  });

  it('is within 5% of it with int8 weights', async () => {
    const { mean, std } = await run(encoderGraph(weights), mel, pooling);
    expect(relativeError(mean, reference.mean)).toBeLessThan(0.05);
    if (nFrames > 1) expect(relativeError(std, reference.std)).toBeLessThan(0.05);
  });
});

describe('encoderGraph', () => {
  it('gives the same bytes for the same weights', () => {
    const again = encoderGraph(encoderWeights(randomWeights(), small.layers));
    expect(Buffer.compare(encoderGraph(weights), again)).toBe(0);
  });

  it('pools by the proportions of the weights', async () => {
    const mel = normalNumbers(5, small.bands * 6);
    const file = encoderGraph(weights);
    const [once, twice] = [await run(file, mel, [1, 0, 2]), await run(file, mel, [2, 0, 4])];
    expect(largestDifference(twice.mean, [...once.mean])).toBeLessThan(1e-6);
  });
});

describe('encoderWeights', () => {
  it('names a weight that is missing', () => {
    expect(() => encoderWeights(randomWeights(), 3)).toThrow(
      'must contain `layer_2/self_attention/layer_norm/gamma`; got 28 tensors without it.',
    );
  });
});
