import type { GraphBuilder } from '../graph/graphBuilder.js';
import { elementTypeNumbers } from '../proto/elementTypes.js';

/** Converts a value to another element type: false and true become 0 and 1, and every number except 0 becomes true. */
export function castTo(type: 'float' | 'double' | 'bool', name: string, graph: GraphBuilder): string {
  return graph.op('Cast', [name], { to: elementTypeNumbers[type] });
}
