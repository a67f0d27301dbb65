import type { GraphBuilder } from '../graph/graphBuilder.js';
import { elementTypeNumbers } from '../proto/elementTypes.js';

/** The value as another element type; a truth value becomes 0 or 1, and any number but 0 is true. */
export function castTo(type: 'float' | 'bool', name: string, graph: GraphBuilder): string {
  return graph.op('Cast', [name], { to: elementTypeNumbers[type] });
}
