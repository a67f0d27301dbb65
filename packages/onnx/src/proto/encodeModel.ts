import { elementTypeNumbers } from './elementTypes.js';
import type {
  AttributeProto,
  GraphProto,
  ModelProto,
  NodeProto,
  TensorProto,
  ValueInfoProto,
} from './onnxProto.js';
import { ProtoWriter } from './protoWriter.js';

/**
 * The bytes of an `.onnx` file. The numbers are the field numbers of `onnx.proto`.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function encodeModel(model: ModelProto): Uint8Array {
  const writer = new ProtoWriter();
  writer.integer(1, model.irVersion);
  writer.string(2, model.producerName);
  writer.message(7, (message) => writeGraph(message, model.graph));
  for (const { domain, version } of model.opsetImport) {
    writer.message(8, (message) => {
      message.string(1, domain);
      message.integer(2, version);
    });
  }
  for (const { key, value } of model.metadataProps) {
    writer.message(14, (message) => {
      message.string(1, key);
      message.string(2, value);
    });
  }
  return writer.finish();
}

function writeGraph(writer: ProtoWriter, graph: GraphProto): void {
  for (const node of graph.node) writer.message(1, (message) => writeNode(message, node));
  writer.string(2, graph.name);
  for (const tensor of graph.initializer) writer.message(5, (message) => writeTensor(message, tensor));
  for (const input of graph.input) writer.message(11, (message) => writeValueInfo(message, input));
  for (const output of graph.output) writer.message(12, (message) => writeValueInfo(message, output));
}

function writeNode(writer: ProtoWriter, node: NodeProto): void {
  for (const input of node.input) writer.string(1, input);
  for (const output of node.output) writer.string(2, output);
  writer.string(3, node.name);
  writer.string(4, node.opType);
  for (const attribute of node.attribute) writer.message(5, (message) => writeAttribute(message, attribute));
  if (node.domain !== '') writer.string(7, node.domain);
}

/** `AttributeProto.AttributeType`. */
const attributeTypes: Readonly<Record<AttributeProto['type'], number>> = {
  float: 1,
  int: 2,
  string: 3,
  graph: 5,
  ints: 7,
  strings: 8,
};

function writeAttribute(writer: ProtoWriter, attribute: AttributeProto): void {
  writer.string(1, attribute.name);
  if (attribute.type === 'float') writer.float(2, attribute.f);
  else if (attribute.type === 'int') writer.integer(3, attribute.i);
  else if (attribute.type === 'string') writer.string(4, attribute.s);
  else if (attribute.type === 'graph') writer.message(6, (message) => writeGraph(message, attribute.g));
  else if (attribute.type === 'ints') for (const value of attribute.ints) writer.integer(8, value);
  else for (const value of attribute.strings) writer.string(9, value);
  writer.integer(20, attributeTypes[attribute.type]);
}

function writeTensor(writer: ProtoWriter, tensor: TensorProto): void {
  for (const size of tensor.dims) writer.integer(1, size);
  writer.integer(2, elementTypeNumbers[tensor.dataType]);
  writer.string(8, tensor.name);
  writer.bytes(9, tensor.rawData);
}

function writeValueInfo(writer: ProtoWriter, info: ValueInfoProto): void {
  writer.string(1, info.name);
  writer.message(2, (type) =>
    type.message(1, (tensor) => {
      tensor.integer(1, elementTypeNumbers[info.elementType]);
      if (info.shape)
        tensor.message(2, (shape) => info.shape!.forEach((size) => writeDimension(shape, size)));
    }),
  );
}

/** `TensorShapeProto.Dimension`: a size, or a name for a size that is not fixed. */
function writeDimension(shape: ProtoWriter, size: number | string): void {
  shape.message(1, (dimension) => {
    if (typeof size === 'number') dimension.integer(1, size);
    else dimension.string(2, size);
  });
}
