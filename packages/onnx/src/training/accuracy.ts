import type { GraphBuilder } from '../graph/graphBuilder.js';
import { castTo } from '../layers/castTo.js';
import type { BatchLoss } from './emitLoss.js';
import type { LossName } from './losses.js';

/** Share of correct predictions in the batch: the largest output, or for the binary loss a threshold of 1/2. */
export function accuracy(graph: GraphBuilder, loss: LossName, { prediction, truth }: BatchLoss): string {
  const decide = (values: string) =>
    loss === 'binaryCrossentropy'
      ? graph.op('Greater', [values, graph.scalar(0.5)])
      : graph.op('ArgMax', [values], { axis: -1, keepdims: 0 });
  const right = graph.op('Equal', [decide(prediction), decide(truth)]);
  return graph.op('ReduceMean', [castTo('float', right, graph)], { keepdims: 0 });
}
