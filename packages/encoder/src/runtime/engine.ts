/** Where ONNX Runtime runs: natively (`onnxruntime-node`) or in WebAssembly (`onnxruntime-web`). */
export const engineNames = ['onnx-node', 'onnx-web'] as const;

export type EngineName = (typeof engineNames)[number];
