import type { Env, InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-web';

/** The part of an ONNX Runtime package that is used here, common to `onnxruntime-node` and `onnxruntime-web`. */
export interface OnnxRuntimeLibrary {
  readonly env: Pick<Env, 'logLevel' | 'wasm' | 'versions'>;
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
}

/** An opened ONNX Runtime: the library and its settings. */
export interface OnnxRuntime {
  readonly library: OnnxRuntimeLibrary;
  readonly executionProvider: 'cpu' | 'wasm';
  readonly threads: number;
  /**
   * Whether a run writes its results into tensors that are passed to it. `onnxruntime-web` 1.30 accepts such tensors
   * and leaves them unchanged.
   */
  readonly fillsOutputs: boolean;
}

/** A graph that is ready to run. The caller releases it. */
export type OnnxSession = InferenceSession;
export type OnnxTensor = Tensor;

/** The severity `fatal`: at lower ones, ONNX Runtime prints warnings, and errors that it also throws. */
const fatal = 4;

/**
 * Prepares a graph to run.
 *
 * Memory patterns plan one arena per batch size; without them, a training step of a deep network needs a third less memory
 * and the same time. Waiting threads spin by default, which on a busy machine makes two threads slower than one; without
 * spinning, no cost was measurable.
 *
 * @throws the error of ONNX Runtime for an invalid graph
 */
export function openSession(
  { library, executionProvider, threads }: OnnxRuntime,
  graph: Uint8Array,
): Promise<OnnxSession> {
  return library.InferenceSession.create(graph, {
    executionProviders: [executionProvider],
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableCpuMemArena: true,
    enableMemPattern: false,
    logSeverityLevel: fatal,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
}
