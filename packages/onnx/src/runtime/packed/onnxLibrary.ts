import type { OnnxLibrary } from '../onnxLibrary.js';
import { packOnnxLibrary } from './packOnnxRuntime.js';

/**
 * ONNX Runtime's library for WebAssembly. The build replaces this module by the packed code itself, so that bundlers,
 * pages, and workers load it without settings.
 */
const address = `data:text/javascript;base64,${Buffer.from(await packOnnxLibrary()).toString('base64')}`;

const { env, InferenceSession, Tensor } = (await import(/* @vite-ignore */ address)) as OnnxLibrary;

export { env, InferenceSession, Tensor };
