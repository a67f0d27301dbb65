import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';

/** `[N, T, C]`, in either layout, as `[T, N, C]`. */
export function toTimeMajor(graph: GraphBuilder, tensor: Tensor): string {
  return graph.op('Transpose', [tensor.name], { perm: tensor.channelsFirst ? [2, 0, 1] : [1, 0, 2] });
}

/** `[T, N, C]` as `[N, T, C]`, or `[N, C, T]` for a tensor that is channels first. */
export function fromTimeMajor(graph: GraphBuilder, value: string, channelsFirst: boolean): string {
  return graph.op('Transpose', [value], { perm: channelsFirst ? [1, 2, 0] : [1, 0, 2] });
}

/** All steps of all examples as rows: `[T, N, width]` as `[T * N, width]`. */
export function stackSteps(graph: GraphBuilder, value: string, width: number): string {
  return graph.op('Reshape', [value, graph.ints(-1, width)]);
}
