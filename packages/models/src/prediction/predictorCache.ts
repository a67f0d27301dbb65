import { isUnsupported } from '@ser/onnx';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { OnnxEngine } from '../engine/onnxEngine.js';
import type { OnnxRuntime } from '@ser/onnx/runtime';
import { OnnxPredictor } from './onnxPredictor.js';

/**
 * One session per model that predicts, created again when the model's weights have changed. The session of a model that
 * is garbage collected is released.
 */
class PredictorCache {
  readonly #runtime: OnnxRuntime;
  readonly #predictors = new WeakMap<LayersModel, Promise<OnnxPredictor | undefined>>();
  readonly #collected = new FinalizationRegistry<OnnxPredictor>((predictor) => void predictor.release());

  constructor(runtime: OnnxRuntime) {
    this.#runtime = runtime;
  }

  /** @returns `undefined` when ONNX cannot express the model */
  async of(model: LayersModel): Promise<OnnxPredictor | undefined> {
    const known = this.#predictors.get(model);
    if (known) {
      const predictor = await known;
      if (!predictor || predictor.isOf(model)) return predictor;
      if (this.#predictors.get(model) !== known) return this.of(model); // another call has renewed it meanwhile
      void this.release(model);
    }
    const created = this.#create(model);
    this.#predictors.set(model, created);
    return created;
  }

  /** Frees the session of a model, if it has one. */
  async release(model: LayersModel): Promise<void> {
    const known = this.#predictors.get(model);
    this.#predictors.delete(model);
    this.#collected.unregister(model);
    await (await known)?.release();
  }

  async #create(model: LayersModel): Promise<OnnxPredictor | undefined> {
    try {
      const predictor = await OnnxPredictor.create(this.#runtime, model);
      this.#collected.register(model, predictor, model);
      return predictor;
    } catch (error) {
      if (isUnsupported(error)) return undefined;
      this.#predictors.delete(model);
      throw error;
    }
  }
}

const caches = new WeakMap<OnnxEngine, PredictorCache>();

/** The sessions with which an engine predicts, kept from call to call. */
export function predictorsOf(engine: OnnxEngine): PredictorCache {
  const known = caches.get(engine);
  if (known) return known;
  const created = new PredictorCache(engine.runtime);
  caches.set(engine, created);
  return created;
}
