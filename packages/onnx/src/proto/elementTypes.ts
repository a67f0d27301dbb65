import type { ElementType } from './onnxProto.js';

/** The numbers of `TensorProto.DataType`. */
export const elementTypeNumbers: Readonly<Record<ElementType, number>> = {
  float: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  double: 11,
};
