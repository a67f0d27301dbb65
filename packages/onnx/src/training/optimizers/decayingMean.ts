import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Slots } from './optimizer.js';

/** decay · mean + (1 - decay) · value, which becomes the new mean in the slot. */
export function decayingMean(
  graph: GraphBuilder,
  slots: Slots,
  slot: string,
  value: string,
  decay: number,
): string {
  const kept = scaled(graph, slots.read(slot), decay);
  const mean = graph.op('Add', [kept, scaled(graph, value, 1 - decay)]);
  slots.write(slot, mean);
  return mean;
}

export function scaled(graph: GraphBuilder, value: string, factor: number): string {
  return graph.op('Mul', [value, graph.scalar(factor)]);
}
