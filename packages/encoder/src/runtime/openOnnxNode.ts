import { EncoderError } from '../errors.js';
import type { OnnxLibrary, OnnxRuntime } from './onnxLibrary.js';

/** Not a literal, so that neither the compiler nor a bundler looks for the optional peer. */
const packageName: string = 'onnxruntime-node';

/**
 * Loads the native ONNX Runtime.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxNode(threads: number): Promise<OnnxRuntime> {
  try {
    const library = await importLibrary();
    library.env.logLevel = 'fatal';
    const version = library.env.versions.node ?? library.env.versions.common;
    return { library, executionProvider: 'cpu', threads, description: `ONNX Runtime ${version}, native` };
  } catch (cause) {
    throw new EncoderError(
      'engine-unavailable',
      "Engine 'onnx-node' needs the package `onnxruntime-node`, which could not be loaded. Install it with `npm " +
        "install onnxruntime-node`, or use 'onnx-web'.",
      { cause },
    );
  }
}

/** The package is CommonJS: depending on who loads it, its names are exports or those of its default export. */
async function importLibrary(): Promise<OnnxLibrary> {
  const module = (await import(/* @vite-ignore */ packageName)) as OnnxLibrary & {
    readonly default?: OnnxLibrary;
  };
  return module.default ?? module;
}
