import { encodeModel } from '../proto/encodeModel.js';
import type { GraphProto, NodeProto, OperatorSetIdProto } from '../proto/onnxProto.js';
import type { GraphBuilder } from './graphBuilder.js';

/** Version of the ONNX operators that the graphs use. */
const operatorSetVersion = 18;
/** Version of the file format that was published with these operators. */
const fileFormatVersion = 8;

/**
 * Encodes a graph as the bytes of an `.onnx` file. The same graph gives the same bytes.
 *
 * @param name name of the graph in the file
 * @param metadata entries for the file's metadata
 */
export function encodeGraph(
  builder: GraphBuilder,
  name: string,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const graph = builder.toGraph(name);
  return encodeModel({
    irVersion: fileFormatVersion,
    producerName: '@ser/onnx',
    graph,
    opsetImport: operatorSets(graph),
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
}

function operatorSets(graph: GraphProto): OperatorSetIdProto[] {
  const others = new Set(domains(graph.node).filter((domain) => domain !== ''));
  return [
    { domain: '', version: operatorSetVersion },
    ...[...others].map((domain) => ({ domain, version: 1 })),
  ];
}

function domains(nodes: readonly NodeProto[]): string[] {
  return nodes.flatMap((node) => [
    node.domain,
    ...node.attribute.flatMap((attribute) => (attribute.type === 'graph' ? domains(attribute.g.node) : [])),
  ]);
}
