import { EncoderError } from '../errors.js';
import { isNode } from './isNode.js';
import type { OnnxLibrary, OnnxRuntime } from './onnxLibrary.js';

/** Not a literal: a bundler must find only the entry for browsers, below. */
const entryForNode: string = 'onnxruntime-web';

export interface OnnxWebOptions {
  readonly threads: number;
  readonly wasmFolder?: string | undefined;
}

/**
 * Loads ONNX Runtime in WebAssembly, in browsers and in Node.
 *
 * Its threads are created once in a process: later openings get the number of the first.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxWeb({ threads, wasmFolder }: OnnxWebOptions): Promise<OnnxRuntime> {
  try {
    const library = await importLibrary();
    const { wasm, versions } = library.env;
    library.env.logLevel = 'fatal';
    if (wasmFolder !== undefined) wasm.wasmPaths = wasmFolder;
    wasm.numThreads ??= canShareMemory() ? threads : 1;
    const description = `ONNX Runtime ${versions.web ?? versions.common}, WebAssembly`;
    return { library, executionProvider: 'wasm', threads: wasm.numThreads, description };
  } catch (cause) {
    throw new EncoderError(
      'engine-unavailable',
      "Engine 'onnx-web' needs the package `onnxruntime-web`, which could not be loaded. Install it with `npm install " +
        'onnxruntime-web`.',
      { cause },
    );
  }
}

/** In Node the package's own entry, which runs threads there; elsewhere the one without WebGPU, half the size. */
async function importLibrary(): Promise<OnnxLibrary> {
  if (isNode()) return (await import(/* @vite-ignore */ entryForNode)) as OnnxLibrary;
  return import('onnxruntime-web/wasm');
}

/** Threads share memory, which a browser allows only to pages that are isolated across origins. */
function canShareMemory(): boolean {
  return (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated ?? isNode();
}
