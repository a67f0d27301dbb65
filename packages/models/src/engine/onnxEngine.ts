import { type Engine, type EngineName, notOpen } from './engine.js';
import type { OnnxRuntime } from '@ser/onnx/runtime';

/** An engine that runs graphs in ONNX Runtime; TensorFlow.js's backend `cpu` holds the weights of a model. */
export class OnnxEngine implements Engine {
  readonly name: EngineName;
  readonly description: string;
  readonly #runtime: OnnxRuntime;

  constructor(name: EngineName, description: string, runtime: OnnxRuntime) {
    this.name = name;
    this.description = description;
    this.#runtime = runtime;
  }

  get runtime(): OnnxRuntime {
    return this.#runtime;
  }
}

/**
 * The engine as an engine of ONNX Runtime, or `undefined` for an engine of TensorFlow.js.
 *
 * @throws {SerError} `engine-unavailable` for an engine that `openEngine` did not open
 */
export function asOnnxEngine(engine: Engine): OnnxEngine | undefined {
  if (engine instanceof OnnxEngine) return engine;
  if (engine.name.startsWith('onnx-')) throw notOpen(engine);
  return undefined;
}
