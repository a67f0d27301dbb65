import { ModelError } from '../errors.js';
import { type Engine, type EngineName, engineNames } from './engine.js';
import { openCpuBackend } from './cpuBackend.js';
import { openNodeBackend } from './nodeBackend.js';
import { openWasmBackend } from './wasmBackend.js';

export interface OpenEngineOptions {
  /**
   * URL of the folder that serves TensorFlow.js's `.wasm` files, with a slash at its end. For browsers: in
   * Node they are found beside the installed package.
   *
   * @default beside the script that holds the WASM backend
   */
  readonly wasmFolder?: string;
}

const openers: Readonly<Record<EngineName, (options: OpenEngineOptions) => Promise<Engine>>> = {
  'tfjs-node': openNodeBackend,
  'tfjs-wasm': openWasmBackend,
  'tfjs-cpu': openCpuBackend,
};

/** Engines that the design names and this version does not have. */
const plannedEngines = ['onnx-node', 'onnx-web'];

/**
 * Opens an engine and makes it the current backend of TensorFlow.js.
 *
 * `'auto'` takes the first that works of `tfjs-node` (an optional peer: the native TensorFlow library),
 * `tfjs-wasm` (XNNPACK in WebAssembly, with the training kernels of this package) and `tfjs-cpu` (plain
 * JavaScript, slow). Opening twice is free.
 *
 * @throws {ModelError} `engine-unavailable` when the engine is not installed, does not work here or is
 *   unknown; `cause` holds the reason
 *
 * @example
 * const engine = await openEngine('auto');
 * engine.description; // 'TensorFlow.js 4.22.0, WebAssembly with SIMD, one thread'
 */
export async function openEngine(
  name: EngineName | 'auto' = 'auto',
  options: OpenEngineOptions = {},
): Promise<Engine> {
  if (name !== 'auto') return openerOf(name)(options);
  const failures: unknown[] = [];
  for (const candidate of engineNames) {
    try {
      return await openers[candidate](options);
    } catch (cause) {
      failures.push(cause);
    }
  }
  const cause = new AggregateError(failures, failures.map(String).join('\n'));
  throw new ModelError('engine-unavailable', `None of the engines ${engineNames.join(', ')} works here.`, {
    cause,
  });
}

function openerOf(name: string) {
  if (isEngineName(name)) return openers[name];
  const known = engineNames.map((known) => `'${known}'`).join(', ');
  const reason = plannedEngines.includes(name) ? 'is not built yet' : 'is not known';
  throw new ModelError('engine-unavailable', `Engine \`${name}\` ${reason}. Use 'auto' or one of ${known}.`);
}

function isEngineName(name: string): name is EngineName {
  return (engineNames as readonly string[]).includes(name);
}
