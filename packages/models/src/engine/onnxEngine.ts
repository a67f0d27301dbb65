import { PredictorCache } from '../prediction/predictorCache.js';
import { type Engine, type EngineName, notOpen } from './engine.js';
import type { OnnxRuntime } from './onnxRuntime.js';

/** An engine that runs graphs in ONNX Runtime; the weights of a model rest on TensorFlow.js's plain backend. */
export class OnnxEngine implements Engine {
  readonly name: EngineName;
  readonly description: string;
  readonly #runtime: OnnxRuntime;
  readonly #predictors: PredictorCache;

  constructor(name: EngineName, description: string, runtime: OnnxRuntime) {
    this.name = name;
    this.description = description;
    this.#runtime = runtime;
    this.#predictors = new PredictorCache(runtime);
  }

  get runtime(): OnnxRuntime {
    return this.#runtime;
  }

  /** Sessions that predict, kept from call to call. */
  get predictors(): PredictorCache {
    return this.#predictors;
  }
}

/**
 * The engine as one of ONNX Runtime, if it is one.
 *
 * @throws {SerError} `engine-unavailable` for one that `openEngine` did not make
 */
export function asOnnxEngine(engine: Engine): OnnxEngine | undefined {
  if (engine instanceof OnnxEngine) return engine;
  if (engine.name.startsWith('onnx-')) throw notOpen(engine);
  return undefined;
}
