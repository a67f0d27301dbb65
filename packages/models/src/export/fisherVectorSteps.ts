import type { FrameEncoderFiles } from '@ser/classifiers';
import { type FisherVectorParts, fisherVectorParts } from '@ser/classifiers/training';
import type { GraphBuilder } from '@ser/onnx/graph';
import { cast, limited } from './doubleSteps.js';

type GaussianMixture = FisherVectorParts['mixture'];

/** Less likely Gaussians are ignored, as in `@ser/classifiers`. */
const negligibleShare = 1e-6;

/**
 * Encodes the frames of clips as Fisher vectors, as `loadFrameEncoder` of `@ser/classifiers` does, in double precision.
 *
 * @param input name of the normalized frames, float32 `[N, nFrames, nFeatures]`
 * @returns name of the vectors, float32 `[N, 1, nOutputs]`
 */
export function fisherVectorSteps(graph: GraphBuilder, input: string, files: FrameEncoderFiles): string {
  const parts = fisherVectorParts(files);
  const { mixture, vectorScale, clip } = parts;
  const { means, deviations } = vectorScale;
  const frames = transformedFrames(graph, cast(graph, input, 'double'), parts);
  const shares = responsibilities(graph, frames, mixture);
  const gradient = gradientSteps(graph, { frames, shares, mixture });
  const vector = normalizedVector(graph, gradient);
  const scores = graph.op('Div', [
    graph.op('Sub', [vector, graph.doubles(means)]),
    graph.doubles(deviations),
  ]);
  const rows = graph.op('Unsqueeze', [limited(graph, scores, clip), graph.ints(1)]);
  return cast(graph, rows, 'float');
}

/** Clipped z-scores, or their principal components: double `[N, nFrames, nDimensions]`. */
function transformedFrames(
  graph: GraphBuilder,
  frames: string,
  { frameScale, rotation, bound }: FisherVectorParts,
): string {
  const { means, deviations } = frameScale;
  const centered = graph.op('Sub', [frames, graph.doubles(means)]);
  const scores = limited(graph, graph.op('Div', [centered, graph.doubles(deviations)]), bound);
  if (rotation === undefined) return scores;
  const components = graph.doubles(rotation, [rotation.length / means.length, means.length]);
  return graph.op('MatMul', [scores, graph.op('Transpose', [components], { perm: [1, 0] })]);
}

/** The probability that each Gaussian generated each frame: double `[N, nFrames, nComponents]`. */
function responsibilities(
  graph: GraphBuilder,
  frames: string,
  { weights, means, variances }: GaussianMixture,
): string {
  const nComponents = weights.length;
  const nDimensions = means.length / nComponents;
  const transposed = (valueAt: (i: number) => number) =>
    Float64Array.from(means, (_, to) =>
      valueAt((to % nComponents) * nDimensions + Math.floor(to / nComponents)),
    );
  const matrix = (valueAt: (i: number) => number) =>
    graph.doubles(transposed(valueAt), [nDimensions, nComponents]);
  const constants = Float64Array.from(weights, (weight, k) => {
    let sum = Math.log(weight);
    for (let i = k * nDimensions; i < (k + 1) * nDimensions; i++) {
      sum -= (Math.log(2 * Math.PI * variances[i]!) + means[i]! ** 2 / variances[i]!) / 2;
    }
    return sum;
  });
  const squares = graph.op('Mul', [frames, frames]);
  const quadratic = graph.op('MatMul', [squares, matrix((i) => -0.5 / variances[i]!)]);
  const linear = graph.op('MatMul', [frames, matrix((i) => means[i]! / variances[i]!)]);
  const logDensities = graph.op('Add', [graph.op('Add', [quadratic, linear]), graph.doubles(constants)]);
  const overComponents = (type: string, name: string) =>
    graph.op(type, [name, graph.ints(-1)], { keepdims: 1 });
  const likeliest = overComponents('ReduceMax', logDensities);
  const relative = graph.op('Exp', [graph.op('Sub', [logDensities, likeliest])]);
  const isUsed = graph.op('GreaterOrEqual', [relative, graph.doubles([negligibleShare])]);
  const used = graph.op('Where', [isUsed, relative, graph.doubles([0])]);
  return graph.op('Div', [used, overComponents('ReduceSum', used)]);
}

interface GradientInputs {
  readonly frames: string;
  readonly shares: string;
  readonly mixture: GaussianMixture;
}

/** The gradient with respect to weights, means, and deviations: double `[N, nOutputs]`. */
function gradientSteps(
  graph: GraphBuilder,
  { frames, shares, mixture: { weights, means, variances } }: GradientInputs,
): string {
  const nComponents = weights.length;
  const shape = [nComponents, means.length / nComponents];
  const byFrame = graph.op('Transpose', [shares], { perm: [0, 2, 1] });
  const nFrames = cast(graph, graph.op('Shape', [frames], { start: 1, end: 2 }), 'double');
  const perFrame = (name: string) => graph.op('Div', [name, nFrames]);
  const squared = graph.op('Mul', [frames, frames]);
  const sums = perFrame(graph.op('MatMul', [byFrame, frames]));
  const squares = perFrame(graph.op('MatMul', [byFrame, squared]));
  const counts = perFrame(graph.op('ReduceSum', [shares, graph.ints(1)], { keepdims: 0 }));
  const countColumn = graph.op('Unsqueeze', [counts, graph.ints(2)]);

  const roots = weights.map(Math.sqrt);
  const rootColumn = graph.doubles(roots, [nComponents, 1]);
  const mu = graph.doubles(means, shape);
  const countedMeans = graph.op('Mul', [countColumn, mu]);
  const ofWeights = graph.op('Div', [
    graph.op('Sub', [counts, graph.doubles(weights)]),
    graph.doubles(roots),
  ]);
  const meanRest = graph.op('Sub', [sums, countedMeans]);
  const deviations = graph.doubles(variances.map(Math.sqrt), shape);
  const ofMeans = graph.op('Div', [graph.op('Div', [meanRest, deviations]), rootColumn]);
  const cross = graph.op('Mul', [graph.op('Mul', [mu, graph.doubles([2])]), sums]);
  const spread = graph.op('Add', [graph.op('Sub', [squares, cross]), graph.op('Mul', [countedMeans, mu])]);
  const excess = graph.op('Sub', [graph.op('Div', [spread, graph.doubles(variances, shape)]), countColumn]);
  const ofDeviations = graph.op('Div', [excess, graph.op('Mul', [rootColumn, graph.doubles([Math.SQRT2])])]);
  const flat = (name: string) => graph.op('Flatten', [name], { axis: 1 });
  return graph.op('Concat', [ofWeights, flat(ofMeans), flat(ofDeviations)], { axis: 1 });
}

/** The signed square root of each value, then L2 normalization. */
function normalizedVector(graph: GraphBuilder, gradient: string): string {
  const sizes = graph.op('Abs', [gradient]);
  const length = graph.op('Sqrt', [graph.op('ReduceSum', [sizes, graph.ints(1)], { keepdims: 1 })]);
  const positive = graph.op('Max', [length, graph.doubles([Number.MIN_VALUE])]); // a vector of zeros stays
  const roots = graph.op('Mul', [graph.op('Sign', [gradient]), graph.op('Sqrt', [sizes])]);
  return graph.op('Div', [roots, positive]);
}
