import { keepProcessListeners } from './keepProcessListeners.js';
import type { OnnxRuntime, OnnxSession } from './onnxLibrary.js';

/** The severity `fatal`: at lower ones, ONNX Runtime prints warnings, and errors that it also throws. */
const fatal = 4;

/**
 * Prepares a graph to run.
 *
 * Memory patterns plan one arena per batch size or length of a clip; without them, a training step of a deep network
 * needs a third less memory and the same time. Waiting threads spin by default, which on a busy machine makes two
 * threads slower than one; without spinning, no cost was measurable.
 *
 * @throws the error of ONNX Runtime for an invalid graph
 */
export function openSession(
  { library, executionProvider, threads }: OnnxRuntime,
  graph: Uint8Array,
): Promise<OnnxSession> {
  const create = () =>
    library.InferenceSession.create(graph, {
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
  return executionProvider === 'wasm' ? keepProcessListeners(create) : create();
}
