import { isUnsupported } from '@ser/onnx';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { OnnxRuntime } from '../engine/onnxRuntime.js';
import { OnnxPredictor } from './onnxPredictor.js';

/**
 * One session for each model that predicts, made anew when the model's weights have changed. A model that is forgotten
 * takes its session with it.
 */
export class PredictorCache {
  readonly #runtime: OnnxRuntime;
  readonly #predictors = new WeakMap<LayersModel, Promise<OnnxPredictor | undefined>>();
  readonly #forgotten = new FinalizationRegistry<OnnxPredictor>((predictor) => void predictor.release());

  constructor(runtime: OnnxRuntime) {
    this.#runtime = runtime;
  }

  /** @returns `undefined` when ONNX cannot express the model */
  async of(model: LayersModel): Promise<OnnxPredictor | undefined> {
    const known = this.#predictors.get(model);
    if (known) {
      const predictor = await known;
      if (!predictor || predictor.isOf(model)) return predictor;
      if (this.#predictors.get(model) !== known) return this.of(model); // renewed by another call meanwhile
      void this.release(model);
    }
    const created = this.#create(model);
    this.#predictors.set(model, created);
    return created;
  }

  /** Frees the session of a model, if there is one. */
  async release(model: LayersModel): Promise<void> {
    const known = this.#predictors.get(model);
    this.#predictors.delete(model);
    this.#forgotten.unregister(model);
    await (await known)?.release();
  }

  async #create(model: LayersModel): Promise<OnnxPredictor | undefined> {
    try {
      const predictor = await OnnxPredictor.create(this.#runtime, model);
      this.#forgotten.register(model, predictor, model);
      return predictor;
    } catch (error) {
      if (isUnsupported(error)) return undefined;
      this.#predictors.delete(model);
      throw error;
    }
  }
}
