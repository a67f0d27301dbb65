import { onnxEngineNames, type OnnxEngineName } from '@ser/onnx/runtime';

/** Where ONNX Runtime runs: natively (package `onnxruntime-node`) or in WebAssembly. */
export const engineNames = onnxEngineNames;

export type EngineName = OnnxEngineName;
