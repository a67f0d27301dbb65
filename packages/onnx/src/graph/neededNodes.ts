import type { NodeProto } from '../proto/onnxProto.js';

/** The operators that the named values depend on, in their given order. */
export function neededNodes(nodes: readonly NodeProto[], values: readonly string[]): NodeProto[] {
  const needed = new Set(values);
  const kept: NodeProto[] = [];
  for (const node of [...nodes].reverse()) {
    if (!node.output.some((name) => needed.has(name))) continue;
    kept.push(node);
    for (const name of valuesRead(node)) needed.add(name);
  }
  return kept.reverse();
}

/** Values that an operator and its subgraphs read. */
export function valuesRead(node: NodeProto): string[] {
  const subGraphs = node.attribute.flatMap((attribute) => (attribute.type === 'graph' ? [attribute.g] : []));
  const inside = subGraphs.flatMap((graph) => [
    ...graph.node.flatMap(valuesRead),
    ...graph.output.map((output) => output.name),
  ]);
  return [...node.input, ...inside];
}
