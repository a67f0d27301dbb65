import { keepProcessListeners } from './keepProcessListeners.js';
import type { OnnxRuntime, OnnxSession } from './onnxLibrary.js';

/** The severity `fatal`: at lower ones, ONNX Runtime prints warnings, and errors that it also throws. */
const fatal = 4;

/**
 * Threads that wait for the next part of a run spin for a short time before they sleep, and never between runs. Waking a
 * sleeping thread takes longer than many operators of a training step; unlimited spinning, the default of ONNX Runtime,
 * makes two threads slower than one as soon as the machine has other work.
 */
const shortSpinning = {
  intra_op: { allow_spinning: '1', spin_duration_us: '100' },
  force_spinning_stop: '1',
};

/** In WebAssembly, where waiting threads may be those that a page needs. */
const noSpinning = { intra_op: { allow_spinning: '0' } };

/**
 * Prepares a graph to run.
 *
 * Memory patterns plan one arena per batch size or length of a clip; without them, a training step of a deep network
 * needs a third less memory and the same time.
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
      extra: { session: executionProvider === 'cpu' ? shortSpinning : noSpinning },
    });
  return executionProvider === 'wasm' ? keepProcessListeners(create) : create();
}
