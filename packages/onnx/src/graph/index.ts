/**
 * Writes an ONNX graph operator by operator, and encodes it as the bytes of an `.onnx` file.
 *
 * - `GraphBuilder` collects inputs, constants, operators, and outputs
 * - `float` marks a floating-point attribute, `Attributes` are those of an operator
 * - `encodeGraph` gives the bytes
 *
 * @packageDocumentation
 */
export { GraphBuilder } from './graphBuilder.js';
export { type Attributes, float, type FloatAttribute } from './attributes.js';
export { encodeGraph } from './encodeGraph.js';
export type { ElementType } from '../proto/onnxProto.js';
