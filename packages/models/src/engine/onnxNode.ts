import { ModelError } from '../errors.js';
import { checkIdentity } from './checkIdentity.js';
import { openCpuBackend } from './cpuBackend.js';
import type { Engine } from './engine.js';
import { OnnxEngine } from './onnxEngine.js';
import type { OnnxRuntime, OnnxRuntimeLibrary } from './onnxRuntime.js';
import { threadsText } from './threadsText.js';

/** Not a literal, so that the compiler and bundlers do not resolve the optional peer. */
const onnxRuntimeNode: string = 'onnxruntime-node';

/**
 * Opens the native ONNX Runtime, if `onnxruntime-node` is installed and works.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openOnnxNode({ threads }: { readonly threads: number }): Promise<Engine> {
  await openCpuBackend();
  try {
    const library = await importLibrary();
    const runtime: OnnxRuntime = { library, executionProvider: 'cpu', threads, fillsOutputs: true };
    await checkIdentity(runtime);
    const version = library.env.versions.node ?? library.env.versions.common;
    return new OnnxEngine('onnx-node', `ONNX Runtime ${version}, native, ${threadsText(threads)}`, runtime);
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      'Engine `onnx-node` does not work here. Install it with `npm install onnxruntime-node` (with ' +
        '`--ignore-scripts` if its download of CUDA libraries fails; it has no binary for Intel Macs), or use ' +
        "'onnx-web'.",
      { cause },
    );
  }
}

/** The package is CommonJS: depending on the loader, its names are exports or properties of the default export. */
async function importLibrary(): Promise<OnnxRuntimeLibrary> {
  const module = (await import(/* @vite-ignore */ onnxRuntimeNode)) as OnnxRuntimeLibrary & {
    readonly default?: OnnxRuntimeLibrary;
  };
  const library = module.default ?? module;
  library.env.logLevel = 'fatal';
  return library;
}
