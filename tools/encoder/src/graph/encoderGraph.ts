import { encodeGraph, GraphBuilder } from '@ser/onnx/graph';
import type { EncoderWeights } from '../weights/encoderWeights.js';
import { gelu } from './gelu.js';
import { convolution } from './linear.js';
import { pooled, sharesOf } from './pooling.js';
import { addPositions } from './positions.js';
import type { Precision } from './precision.js';
import { transformerLayer } from './transformerLayer.js';

export interface EncoderGraphOptions {
  /**
   * How matrices and kernels are stored.
   *
   * @default 'int8'
   */
  readonly precision?: Precision;
  /** Facts about the file by name, stored in it. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Whisper's encoder with pooling, as the bytes of an ONNX file; the same weights give the same bytes.
 *
 * Inputs: `mel`, a log-mel spectrogram `[1, bands, frames]` of at most 3000 frames, and `weights`, at least 0 and not
 * all 0, `[positions]`, one for two frames, rounded up. Outputs: `mean` and `std`, the weighted statistics of every
 * layer over all positions, `[layers, width]`.
 */
export function encoderGraph(
  weights: EncoderWeights,
  { precision = 'int8', metadata = {} }: EncoderGraphOptions = {},
): Uint8Array {
  const graph = new GraphBuilder();
  const mel = graph.input('mel', 'float', [1, weights.bands, 'frames']);
  const shares = sharesOf(graph, graph.input('weights', 'float', ['positions']));
  let x = positionsOf(graph, mel, weights, precision);
  const layers = weights.layers.map((layer) => {
    x = transformerLayer(graph, x, layer, { ...weights, precision });
    return pooled(graph, x, shares);
  });
  for (const name of ['mean', 'std'] as const) {
    const rows = graph.op(
      'Concat',
      layers.map((layer) => layer[name]),
      { axis: 0 },
    );
    graph.output(graph.rename(rows, name), 'float', [layers.length, weights.width]);
  }
  return encodeGraph(graph, 'encoder', metadata);
}

/** Two convolutions, of which the second halves the rate, and the positions: `[positions, width]`. */
function positionsOf(
  graph: GraphBuilder,
  mel: string,
  { conv1, conv2, width }: EncoderWeights,
  precision: Precision,
): string {
  const frames = gelu(graph, convolution(graph, mel, conv1, { stride: 1, precision }));
  const halved = gelu(graph, convolution(graph, frames, conv2, { stride: 2, precision }));
  const timeFirst = graph.op('Squeeze', [
    graph.op('Transpose', [halved], { perm: [0, 2, 1] }),
    graph.ints(0),
  ]);
  return addPositions(graph, timeFirst, width);
}
