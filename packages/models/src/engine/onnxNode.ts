import { checkIdentity, openRuntime } from '@ser/onnx/runtime';
import { ModelError } from '../errors.js';
import { openCpuBackend } from './cpuBackend.js';
import type { Engine } from './engine.js';
import { OnnxEngine } from './onnxEngine.js';
import { threadsText } from './threadsText.js';

/**
 * Opens the native ONNX Runtime, if `onnxruntime-node` is installed and works.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxNode({ threads }: { readonly threads: number }): Promise<Engine> {
  await openCpuBackend();
  try {
    const runtime = await openRuntime({ engine: 'onnx-node', threads });
    await checkIdentity(runtime);
    return new OnnxEngine('onnx-node', `${runtime.description}, ${threadsText(threads)}`, runtime);
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      'Engine `onnx-node` does not work here. Install it with `npm install onnxruntime-node` (with ' +
        '`--ignore-scripts` if its download of CUDA libraries fails; it has no binary for Intel Macs), or use ' +
        "'onnx-web'.",
      { cause },
    );
  }
}
