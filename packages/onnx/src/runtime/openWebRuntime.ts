import { OnnxError } from '../errors.js';
import { isNode } from './isNode.js';
import type { OnnxLibrary, OnnxRuntime } from './onnxLibrary.js';
import { unpackWasm } from './unpackWasm.js';

/** The library once WebAssembly is unpacked; there is one per process or page. */
let opened: Promise<OnnxLibrary> | undefined;

/**
 * Loads ONNX Runtime in WebAssembly, which is part of this package: in Node, browsers, and workers.
 *
 * Its threads are created once per process or page: later openings get the number of the first.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openWebRuntime(threads: number): Promise<OnnxRuntime> {
  try {
    opened ??= openLibrary();
    const library = await opened;
    const { wasm, versions } = library.env;
    wasm.numThreads ??= canShareMemory() ? threads : 1;
    return {
      library,
      executionProvider: 'wasm',
      threads: wasm.numThreads,
      description: `ONNX Runtime ${versions.web ?? versions.common}, WebAssembly`,
      fillsOutputs: false,
    };
  } catch (cause) {
    opened = undefined;
    throw new OnnxError(
      'engine-unavailable',
      "Engine 'onnx-web' needs WebAssembly, which could not be loaded here. Serve all files of the bundle, or use another engine.",
      { cause },
    );
  }
}

async function openLibrary(): Promise<OnnxLibrary> {
  const [library, { default: packed }] = await Promise.all([
    import('./packed/onnxLibrary.js') as Promise<OnnxLibrary>,
    import('./packed/onnxWasm.js'),
  ]);
  library.env.logLevel = 'fatal';
  library.env.wasm.wasmBinary = await unpackWasm(packed);
  return library;
}

/** Threads share memory, which browsers allow only on cross-origin isolated pages. */
function canShareMemory(): boolean {
  return (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated ?? isNode();
}
