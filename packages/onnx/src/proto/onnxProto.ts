/**
 * The messages of the ONNX file format that this package writes, with the names of `onnx.proto`.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export interface ModelProto {
  readonly irVersion: number;
  readonly producerName: string;
  readonly graph: GraphProto;
  readonly opsetImport: readonly OperatorSetIdProto[];
  readonly metadataProps: readonly StringStringEntryProto[];
}

export interface OperatorSetIdProto {
  /** Empty for the standard operators of ONNX. */
  readonly domain: string;
  readonly version: number;
}

export interface StringStringEntryProto {
  readonly key: string;
  readonly value: string;
}

export interface GraphProto {
  readonly name: string;
  readonly node: readonly NodeProto[];
  readonly initializer: readonly TensorProto[];
  readonly input: readonly ValueInfoProto[];
  readonly output: readonly ValueInfoProto[];
}

export interface NodeProto {
  readonly name: string;
  readonly opType: string;
  readonly domain: string;
  /** An empty string is an omitted optional input. */
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

export type AttributeProto = { readonly name: string } & (
  | { readonly type: 'float'; readonly f: number }
  | { readonly type: 'int'; readonly i: number }
  | { readonly type: 'string'; readonly s: string }
  | { readonly type: 'graph'; readonly g: GraphProto }
  | { readonly type: 'ints'; readonly ints: readonly number[] }
  | { readonly type: 'strings'; readonly strings: readonly string[] }
);

export interface TensorProto {
  readonly name: string;
  readonly dataType: ElementType;
  readonly dims: readonly number[];
  /** The elements in row-major order, little-endian. */
  readonly rawData: Uint8Array;
}

export interface ValueInfoProto {
  readonly name: string;
  readonly elementType: ElementType;
  /** A string names a size that is not fixed, such as the batch; `undefined` leaves the whole shape unspecified. */
  readonly shape?: readonly (number | string)[];
}

/** Element types by their names in the specification, in lower case. */
export type ElementType = 'float' | 'uint8' | 'int8' | 'int32' | 'int64' | 'bool' | 'double';
