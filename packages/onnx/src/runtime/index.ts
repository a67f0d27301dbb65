/**
 * ONNX Runtime for the other packages of this library, native where `onnxruntime-node` is installed, and in WebAssembly
 * everywhere: its files are part of this package, so bundlers need no settings.
 *
 * - `openRuntime` loads it, `openSession` prepares a graph, `checkIdentity` tries it
 * - `isNode`, `keepProcessListeners`: for libraries made with Emscripten
 *
 * @packageDocumentation
 */
export { onnxEngineNames, type OnnxEngineName, openRuntime, type OnnxRuntimeOptions } from './openRuntime.js';
export { openSession } from './openSession.js';
export { checkIdentity } from './checkIdentity.js';
export type {
  OnnxElementType,
  OnnxLibrary,
  OnnxRuntime,
  OnnxSession,
  OnnxTensor,
  OnnxTensorData,
} from './onnxLibrary.js';

export { isNode } from './isNode.js';
export { keepProcessListeners } from './keepProcessListeners.js';
