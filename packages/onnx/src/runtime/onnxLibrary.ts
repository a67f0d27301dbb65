/** The data of a tensor, by the type of its elements. */
export interface OnnxTensorData {
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly int8: Int8Array;
  readonly uint8: Uint8Array;
  readonly int32: Int32Array;
  readonly int64: BigInt64Array;
  readonly bool: Uint8Array;
}

export type OnnxElementType = keyof OnnxTensorData;

/** A value that goes into a graph or comes out of it. */
export interface OnnxTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: OnnxTensorData[OnnxElementType] | readonly string[];
}

/** A graph that is ready to run. The caller releases it. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** @param outputs names of the results, each with a tensor to write to, or `null` for a new one; @default all, new */
  run(
    inputs: Readonly<Record<string, OnnxTensor>>,
    outputs?: Readonly<Record<string, OnnxTensor | null>>,
  ): Promise<Record<string, OnnxTensor>>;
  release(): Promise<void>;
}

/** The part of an ONNX Runtime package that is used here, common to `onnxruntime-node` and `onnxruntime-web`. */
export interface OnnxLibrary {
  readonly env: {
    logLevel?: string;
    readonly wasm: { numThreads?: number; wasmBinary?: Uint8Array };
    readonly versions: { readonly common: string; readonly node?: string; readonly web?: string };
  };
  readonly InferenceSession: {
    create(model: Uint8Array, options?: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new <Type extends OnnxElementType>(
    type: Type,
    data: OnnxTensorData[Type],
    dims?: readonly number[],
  ) => OnnxTensor;
}

/** An ONNX Runtime and how sessions use it. */
export interface OnnxRuntime {
  readonly library: OnnxLibrary;
  readonly executionProvider: 'cpu' | 'wasm';
  readonly threads: number;
  /** Library and kind, in one line: "ONNX Runtime 1.30.0, native". */
  readonly description: string;
  /**
   * Whether a run writes its results into tensors that are passed to it. `onnxruntime-web` 1.30 accepts such tensors
   * and leaves them unchanged.
   */
  readonly fillsOutputs: boolean;
}
