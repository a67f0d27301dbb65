import { ModelError } from '../errors.js';
import { checkIdentity } from './checkIdentity.js';
import { openCpuBackend } from './cpuBackend.js';
import type { Engine } from './engine.js';
import { isNode } from './isNode.js';
import { keepProcessListeners } from './keepProcessListeners.js';
import { OnnxEngine } from './onnxEngine.js';
import type { OnnxRuntime, OnnxRuntimeLibrary } from './onnxRuntime.js';
import { threadsText } from './threadsText.js';

/** Not a literal: a bundler must only find the entry for browsers, below. */
const entryForNode: string = 'onnxruntime-web';

/** How ONNX Runtime is opened. */
export interface OnnxWebOptions {
  readonly threads: number;
  readonly wasmFolder?: string;
}

/**
 * Opens ONNX Runtime in WebAssembly, in browsers and in Node, if `onnxruntime-web` is installed.
 *
 * Its threads are created once per process: later openings get the number of the first.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxWeb({ threads, wasmFolder }: OnnxWebOptions): Promise<Engine> {
  await openCpuBackend();
  try {
    const library = await importLibrary();
    const { wasm, versions } = library.env;
    if (wasmFolder !== undefined) wasm.wasmPaths = wasmFolder;
    wasm.numThreads ??= canShareMemory() ? threads : 1;
    const runtime: OnnxRuntime = {
      library,
      executionProvider: 'wasm',
      threads: wasm.numThreads,
      fillsOutputs: false,
    };
    await keepProcessListeners(() => checkIdentity(runtime));
    const version = versions.web ?? versions.common;
    const description = `ONNX Runtime ${version}, WebAssembly with SIMD, ${threadsText(runtime.threads)}`;
    return new OnnxEngine('onnx-web', description, runtime);
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      'Engine `onnx-web` does not work here. Install it with `npm install onnxruntime-web`; in a browser, serve its ' +
        '`.wasm` and `.mjs` files and name their folder in `wasmFolder`.',
      { cause },
    );
  }
}

/** In Node, the default entry, which supports threads; in browsers, the one without WebGPU, which is half the size. */
async function importLibrary(): Promise<OnnxRuntimeLibrary> {
  const library: OnnxRuntimeLibrary = isNode()
    ? ((await import(/* @vite-ignore */ entryForNode)) as OnnxRuntimeLibrary)
    : await import('onnxruntime-web/wasm');
  library.env.logLevel = 'fatal';
  return library;
}

/** Threads share memory, which browsers allow only on cross-origin isolated pages. */
function canShareMemory(): boolean {
  return (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated ?? isNode();
}
