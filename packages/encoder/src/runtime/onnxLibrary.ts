import type { Env, InferenceSession, TensorConstructor } from 'onnxruntime-web';

/** The part of an ONNX Runtime package that is used here; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxLibrary {
  readonly env: Pick<Env, 'logLevel' | 'wasm' | 'versions'>;
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
}

/** An ONNX Runtime package and how sessions use it. */
export interface OnnxRuntime {
  readonly library: OnnxLibrary;
  readonly executionProvider: 'cpu' | 'wasm';
  readonly threads: number;
  /** One line for people: "ONNX Runtime 1.30.0, native". */
  readonly description: string;
}
