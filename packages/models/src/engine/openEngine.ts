import { requireInteger } from '@ser/core';
import { ModelError } from '../errors.js';
import { openCpuBackend } from './cpuBackend.js';
import { type Engine, type EngineName, engineNames } from './engine.js';
import { openNodeBackend } from './nodeBackend.js';
import { openOnnxNode } from './onnxNode.js';
import { openOnnxWeb } from './onnxWeb.js';
import { physicalCores } from './physicalCores.js';
import { openWasmBackend } from './wasmBackend.js';

/** How an engine is opened. */
export interface OpenEngineOptions {
  /**
   * Number of threads of an ONNX engine, at least 1. The same number gives the same weights, bit for bit. The engines of
   * TensorFlow.js ignore it: `tfjs-node` uses all processors, the others one thread.
   *
   * @default the number of physical cores that the process may use
   */
  readonly threads?: number;
  /**
   * URL of the folder that serves the `.wasm` files of `tfjs-wasm`, with a trailing slash. For browsers; in Node, the
   * files of the installed package are used.
   *
   * @default the folder of the page or the worker's script
   */
  readonly wasmFolder?: string;
}

interface OpenerOptions {
  readonly threads: number;
  readonly wasmFolder?: string;
}

const openers: Readonly<Record<EngineName, (options: OpenerOptions) => Promise<Engine>>> = {
  'onnx-node': openOnnxNode,
  'tfjs-node': openNodeBackend,
  'onnx-web': openOnnxWeb,
  'tfjs-wasm': openWasmBackend,
  'tfjs-cpu': openCpuBackend,
};

/**
 * Opens a compute engine and makes its backend of TensorFlow.js the current one.
 *
 * `'auto'` opens the first that works, in the order of speed: `onnx-node` (native ONNX Runtime) and `tfjs-node` (native
 * TensorFlow), both optional packages; then `onnx-web` (ONNX Runtime in WebAssembly), `tfjs-wasm` (XNNPACK in WebAssembly,
 * with the training kernels of this package), and `tfjs-cpu` (plain JavaScript, slow).
 *
 * @throws {SerError} `engine-unavailable` when the engine is not installed, does not work here, or is unknown, with the
 *   reason as its `cause`; `invalid-option`
 *
 * @example
 * const engine = await openEngine('auto');
 * engine.description; // 'ONNX Runtime 1.30.0, native, 2 threads'
 */
export async function openEngine(
  name: EngineName | 'auto' = 'auto',
  { threads = physicalCores(), ...others }: OpenEngineOptions = {},
): Promise<Engine> {
  requireInteger('threads', threads, { min: 1, max: 1024 });
  const options = { threads, ...others };
  return name === 'auto' ? openFirst(engineNames, options) : openerOf(name)(options);
}

/**
 * Opens the first engine of a list that works.
 *
 * @throws {SerError} `engine-unavailable` with the reasons of all of them as its `cause`
 */
async function openFirst(names: readonly EngineName[], options: OpenerOptions): Promise<Engine> {
  const failures: unknown[] = [];
  for (const name of names) {
    try {
      return await openers[name](options);
    } catch (cause) {
      failures.push(cause);
    }
  }
  const cause = new AggregateError(failures, failures.map(String).join('\n'));
  throw new ModelError(
    'engine-unavailable',
    `None of the engines ${names.join(', ')} works here. The reasons are in \`cause\`.`,
    {
      cause,
    },
  );
}

/** Opens the fastest engine of TensorFlow.js, for models that ONNX cannot express. */
export function openTensorflowEngine(): Promise<Engine> {
  return openFirst(['tfjs-node', 'tfjs-wasm', 'tfjs-cpu'], { threads: 1 });
}

function openerOf(name: string) {
  if (isEngineName(name)) return openers[name];
  const known = engineNames.map((known) => `'${known}'`).join(', ');
  throw new ModelError('engine-unavailable', `The engine must be 'auto' or one of ${known}; got '${name}'.`);
}

function isEngineName(name: string): name is EngineName {
  return (engineNames as readonly string[]).includes(name);
}
