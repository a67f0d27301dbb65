import type { EngineName } from '../src/engine/engine.js';
import { openEngine } from '../src/engine/openEngine.js';

/** ONNX Runtime, native or else in WebAssembly. */
export const onnxEngine: EngineName = await openEngine('onnx-node').then(
  () => 'onnx-node',
  () => 'onnx-web',
);

/** The engines of the default test run: one that runs graphs, and one that runs kernels. */
export const mainEngines: readonly EngineName[] = [onnxEngine, 'tfjs-wasm'];
