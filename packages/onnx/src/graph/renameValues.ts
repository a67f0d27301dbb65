import type { AttributeProto, NodeProto } from '../proto/onnxProto.js';

/** The operators with some values renamed, also inside subgraphs. */
export function renameValues(
  nodes: readonly NodeProto[],
  newNames: ReadonlyMap<string, string>,
): readonly NodeProto[] {
  if (newNames.size === 0) return nodes;
  const rename = (name: string) => newNames.get(name) ?? name;
  const renameIn = (attribute: AttributeProto): AttributeProto => {
    if (attribute.type !== 'graph') return attribute;
    const { g } = attribute;
    const output = g.output.map((info) => ({ ...info, name: rename(info.name) }));
    return { ...attribute, g: { ...g, node: renameValues(g.node, newNames), output } };
  };
  return nodes.map((node) => ({
    ...node,
    input: node.input.map(rename),
    output: node.output.map(rename),
    attribute: node.attribute.map(renameIn),
  }));
}
