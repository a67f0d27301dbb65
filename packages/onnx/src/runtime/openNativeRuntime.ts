import { OnnxError } from '../errors.js';
import type { OnnxLibrary, OnnxRuntime } from './onnxLibrary.js';

/** Not a literal, so that neither the compiler nor a bundler looks for the optional package. */
const packageName: string = 'onnxruntime-node';

/**
 * Loads the native ONNX Runtime.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openNativeRuntime(threads: number): Promise<OnnxRuntime> {
  try {
    const library = await importLibrary();
    library.env.logLevel = 'fatal';
    const version = library.env.versions.node ?? library.env.versions.common;
    const description = `ONNX Runtime ${version}, native`;
    return { library, executionProvider: 'cpu', threads, description, fillsOutputs: true };
  } catch (cause) {
    throw new OnnxError(
      'engine-unavailable',
      "Engine 'onnx-node' needs the package `onnxruntime-node`, which could not be loaded. Install it with `npm " +
        "install onnxruntime-node` (with `--ignore-scripts` if its download of CUDA libraries fails; it has no binary for Intel Macs), or use 'onnx-web'.",
      { cause },
    );
  }
}

/** The package is CommonJS: depending on who loads it, its names are exports or those of its default export. */
async function importLibrary(): Promise<OnnxLibrary> {
  const module = (await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ packageName
  )) as OnnxLibrary & { readonly default?: OnnxLibrary };
  return module.default ?? module;
}
