import type { GraphBuilder } from '@ser/onnx/graph';

/** Positions of 20 ms that Whisper's encoder takes at once: 30 s. */
export const maxPositions = 1500;

/**
 * Adds Whisper's fixed sinusoids to the positions of `[positions, width]`: sines of the position times falling
 * frequencies in the first half of the channels, cosines in the second.
 *
 * ONNX Runtime computes the table of all positions once, when it opens the graph.
 *
 * @see https://github.com/openai/whisper/blob/main/whisper/model.py (`sinusoids`)
 */
export function addPositions(graph: GraphBuilder, x: string, width: number): string {
  const half = width / 2;
  const step = Math.log(10000) / (half - 1);
  const frequencies = Float32Array.from({ length: half }, (_, i) => Math.exp(-step * i));
  const numbers = graph.op('Range', [graph.scalar(0), graph.scalar(maxPositions), graph.scalar(1)]);
  const column = graph.op('Unsqueeze', [numbers, graph.ints(1)]);
  const angles = graph.op('Mul', [column, graph.floats(frequencies, [1, half])]);
  const table = graph.op('Concat', [graph.op('Sin', [angles]), graph.op('Cos', [angles])], { axis: 1 });
  const nPositions = graph.op('Shape', [x], { start: 0, end: 1 });
  return graph.op('Add', [x, graph.op('Slice', [table, graph.ints(0), nPositions, graph.ints(0)])]);
}
