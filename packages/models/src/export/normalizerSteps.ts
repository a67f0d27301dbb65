import type { GraphBuilder } from '@ser/onnx/graph';
import { cast, limited } from './doubleSteps.js';
import type { ExportedNormalizer } from './exportedRecognizer.js';

/**
 * Normalizes features as `Normalizer` of `@ser/dsp` does: computed in double precision, stored in single precision.
 *
 * @param input name of the features, float32 `[N, nFrames, nFeatures]`
 * @returns name of the z-scores, of the same shape
 */
export function normalizerSteps(graph: GraphBuilder, input: string, normalizer: ExportedNormalizer): string {
  const features = cast(graph, input, 'double');
  const { mean, scale } =
    normalizer.kind === 'clip' ? ownStatistics(graph, features) : fittedStatistics(graph, normalizer);
  const scores = graph.op('Div', [graph.op('Sub', [features, mean]), scale]);
  const { clip } = normalizer;
  return cast(graph, clip === undefined ? scores : limited(graph, scores, clip), 'float');
}

interface Statistics {
  readonly mean: string;
  readonly scale: string;
}

function fittedStatistics(graph: GraphBuilder, { mean, scale }: ExportedNormalizer): Statistics {
  return { mean: graph.doubles(Float64Array.from(mean)), scale: graph.doubles(Float64Array.from(scale)) };
}

/** Mean and standard deviation of the frames of each clip; a constant feature has a scale of 1. */
function ownStatistics(graph: GraphBuilder, features: string): Statistics {
  const overFrames = (type: string, name: string) => graph.op(type, [name, graph.ints(1)], { keepdims: 1 });
  const mean = overFrames('ReduceMean', features);
  const rest = graph.op('Sub', [features, mean]);
  const deviation = graph.op('Sqrt', [overFrames('ReduceMean', graph.op('Mul', [rest, rest]))]);
  const isConstant = graph.op('Equal', [
    overFrames('ReduceMax', features),
    overFrames('ReduceMin', features),
  ]);
  return { mean, scale: graph.op('Where', [isConstant, graph.doubles([1]), deviation]) };
}
