import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { tapsOf, type Windows } from './windows.js';

/**
 * The windows of one example `[nChannels, ...inputSizes]` as columns (im2col): `[nTaps * nChannels, ...outputSizes]`,
 * the taps of a window outermost.
 */
export function windowColumns(graph: GraphBuilder, example: string, windows: Windows): string {
  const padded = zeroPadded(graph, example, windows);
  const axes = windows.size.map((_, axis) => axis + 1);
  const taps = tapsOf(windows.size).map((tap) => {
    const starts = tap.map((index, axis) => index * windows.dilations[axis]!);
    const ends = starts.map((start, axis) => start + lastWindow(windows, axis) + 1);
    const inputs = [starts, ends, axes, windows.strides].map((values) => graph.ints(...values));
    return graph.op('Slice', [padded, ...inputs]);
  });
  return taps.length === 1 ? taps[0]! : graph.op('Concat', taps, { axis: 0 });
}

function zeroPadded(graph: GraphBuilder, example: string, { padsBefore, padsAfter }: Windows): string {
  if ([...padsBefore, ...padsAfter].every((pad) => pad === 0)) return example;
  return graph.op('Pad', [example, graph.ints(0, ...padsBefore, 0, ...padsAfter)]);
}

/** Where the last window starts. */
function lastWindow({ outputSizes, strides }: Windows, axis: number): number {
  return (outputSizes[axis]! - 1) * strides[axis]!;
}
