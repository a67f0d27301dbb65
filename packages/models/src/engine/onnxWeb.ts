import { checkIdentity, openRuntime } from '@ser/onnx/runtime';
import { ModelError } from '../errors.js';
import { openCpuBackend } from './cpuBackend.js';
import type { Engine } from './engine.js';
import { OnnxEngine } from './onnxEngine.js';
import { threadsText } from './threadsText.js';

/**
 * Opens ONNX Runtime in WebAssembly, in browsers and in Node.
 *
 * Its threads are created once per process: later openings get the number of the first.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxWeb({ threads }: { readonly threads: number }): Promise<Engine> {
  await openCpuBackend();
  try {
    const runtime = await openRuntime({ engine: 'onnx-web', threads });
    await checkIdentity(runtime);
    const description = `${runtime.description} with SIMD, ${threadsText(runtime.threads)}`;
    return new OnnxEngine('onnx-web', description, runtime);
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      'Engine `onnx-web` does not work here. A page must serve all files of its bundle; a content security policy ' +
        "must allow 'wasm-unsafe-eval'.",
      { cause },
    );
  }
}
