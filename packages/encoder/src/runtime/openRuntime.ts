import { EncoderError } from '../errors.js';
import type { EngineName } from './engine.js';
import { isNode } from './isNode.js';
import type { OnnxRuntime } from './onnxLibrary.js';
import { openOnnxNode } from './openOnnxNode.js';
import { openOnnxWeb } from './openOnnxWeb.js';

export interface RuntimeOptions {
  readonly engine: EngineName | 'auto';
  readonly threads: number;
  readonly wasmFolder?: string | undefined;
}

/**
 * Loads ONNX Runtime. `'auto'` takes the native one in Node, where it is installed, else WebAssembly.
 *
 * @throws {SerError} `engine-unavailable` with the reasons as its `cause`
 */
export async function openRuntime({ engine, threads, wasmFolder }: RuntimeOptions): Promise<OnnxRuntime> {
  if (engine === 'onnx-node') return openOnnxNode(threads);
  if (engine === 'onnx-web' || !isNode()) return openOnnxWeb({ threads, wasmFolder });
  try {
    return await openOnnxNode(threads);
  } catch (native) {
    return openOnnxWeb({ threads, wasmFolder }).catch((web: unknown) => {
      throw noneAvailable([native, web]);
    });
  }
}

function noneAvailable(reasons: readonly unknown[]): EncoderError {
  return new EncoderError(
    'engine-unavailable',
    'The encoder needs ONNX Runtime; neither `onnxruntime-node` nor `onnxruntime-web` could be loaded. Install one ' +
      'of them, for example with `npm install onnxruntime-node`.',
    { cause: new AggregateError(reasons, reasons.map(String).join('\n')) },
  );
}
