import type { Env, InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-web';

/** The part of an ONNX Runtime package that is used here; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxRuntimeLibrary {
  readonly env: Pick<Env, 'logLevel' | 'wasm' | 'versions'>;
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
}

/** ONNX Runtime as it was opened: the library, and how it is to run. */
export interface OnnxRuntime {
  readonly library: OnnxRuntimeLibrary;
  readonly executionProvider: 'cpu' | 'wasm';
  readonly threads: number;
  /**
   * Whether a run writes its results into tensors that are handed to it. `onnxruntime-web` 1.30 takes such tensors
   * and leaves them as they were.
   */
  readonly fillsOutputs: boolean;
}

/** A graph made ready to run. Its owner releases it. */
export type OnnxSession = InferenceSession;
export type OnnxTensor = Tensor;

/** The severity `fatal`: ONNX Runtime would print warnings, and errors that it throws as well, on standard error. */
const fatal = 4;

/**
 * Makes a graph ready to run.
 *
 * Memory patterns plan one arena for one batch size; without them a training step of a deep network takes a third
 * less memory and no more time. Threads that wait spin by default, and on a machine with other work to do that makes
 * two threads slower than one; asleep they cost nothing that could be measured.
 *
 * @throws what ONNX Runtime throws when the graph is not valid
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
