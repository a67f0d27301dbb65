import { decodeBase64 } from '@ser/core';
import type { OnnxRuntime } from './onnxLibrary.js';
import { openSession } from './openSession.js';

/** The smallest graph, `y = x`, as ONNX (IR 8, opset 18). */
const identity = 'CAg6LwoQCgF4EgF5IghJZGVudGl0eRIBZ1oLCgF4EgYKBAgBEgBiCwoBeRIGCgQIARIAQgQKABAS';

/** @throws when the runtime starts no session or computes `y = x` incorrectly */
export async function checkIdentity(runtime: OnnxRuntime): Promise<void> {
  const graph = decodeBase64(identity);
  const session = await openSession(runtime, graph);
  try {
    const x = new runtime.library.Tensor('float32', Float32Array.of(3), []);
    const { y } = await session.run({ x });
    if (y?.data[0] !== 3) throw new Error(`ONNX Runtime must return 3; got ${String(y?.data[0])}.`);
  } finally {
    await session.release();
  }
}
