import type { ClassifierFiles, EpochRecord, Examples, TrainableClassifier } from '@ser/classifiers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { asOnnxEngine } from '../engine/onnxEngine.js';
import { ModelError } from '../errors.js';
import { networkInterface } from '../network/networkInterface.js';
import { predictNetwork } from '../prediction/predictNetwork.js';
import { predictorsOf } from '../prediction/predictorCache.js';
import { fitNetwork } from '../training/fitNetwork.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { saveNetwork } from './saveNetwork.js';

/** A TensorFlow.js model as a classifier. */
export class NetworkClassifier implements TrainableClassifier<TrainingOptions> {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  readonly #model: LayersModel;
  readonly #engine: Engine;
  #isDisposed = false;

  constructor(model: LayersModel, engine: Engine) {
    const { inputShape, nClasses } = networkInterface(model);
    this.inputShape = inputShape;
    this.nClasses = nClasses;
    this.#model = model;
    this.#engine = engine;
  }

  get model(): LayersModel {
    return this.#model;
  }

  async fit(x: Examples, y: Int32Array, options: TrainingOptions): Promise<readonly EpochRecord[]> {
    this.#requireOpen();
    return fitNetwork(this.#model, x, y, { ...options, engine: this.#engine });
  }

  async predictProbabilities(x: Examples): Promise<Float32Array> {
    this.#requireOpen();
    return predictNetwork(this.#model, x, { engine: this.#engine });
  }

  async save(): Promise<ClassifierFiles> {
    this.#requireOpen();
    activateEngine(this.#engine);
    return saveNetwork(this.#model);
  }

  /** Disposing it again does nothing. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    activateEngine(this.#engine);
    const onnx = asOnnxEngine(this.#engine);
    if (onnx) void predictorsOf(onnx).release(this.#model);
    this.#model.dispose();
  }

  #requireOpen(): void {
    if (!this.#isDisposed) return;
    throw new ModelError('disposed', 'The classifier was disposed. Load or create it again to use it.');
  }
}
