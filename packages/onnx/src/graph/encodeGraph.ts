import { encodeModel } from '../proto/encodeModel.js';
import type { GraphProto, NodeProto, OperatorSetIdProto } from '../proto/onnxProto.js';
import type { GraphBuilder } from './graphBuilder.js';

/** The version of ONNX's operators that every graph of ours is written in. */
const OPSET = 18;
/** The file format that came with that version. */
const IR_VERSION = 8;

/** A finished graph as the bytes of an `.onnx` file; the same graph gives the same bytes. */
export function encodeGraph(
  builder: GraphBuilder,
  name: string,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const graph = builder.toGraph(name);
  return encodeModel({
    irVersion: IR_VERSION,
    producerName: '@ser/onnx',
    graph,
    opsetImport: operatorSets(graph),
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
}

function operatorSets(graph: GraphProto): OperatorSetIdProto[] {
  const others = new Set(domains(graph.node).filter((domain) => domain !== ''));
  return [{ domain: '', version: OPSET }, ...[...others].map((domain) => ({ domain, version: 1 }))];
}

function domains(nodes: readonly NodeProto[]): string[] {
  return nodes.flatMap((node) => [
    node.domain,
    ...node.attribute.flatMap((attribute) => (attribute.type === 'graph' ? domains(attribute.g.node) : [])),
  ]);
}
