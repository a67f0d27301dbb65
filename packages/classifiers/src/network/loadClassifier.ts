import { nextTurn } from '@ser/core';
import type { Classifier, ClassifierFiles } from '../classifier/classifier.js';
import { countExamples, type Examples, exampleSize } from '../classifier/examples.js';
import { ClassifierError } from '../errors.js';
import { type Network, readNetwork } from './readNetwork.js';

/** Examples computed at a time; then the event loop runs. */
const batchSize = 64;

/**
 * Loads a saved classifier without TensorFlow.js: a sequential network of the layers InputLayer, Flatten, Dense,
 * Activation, Dropout, BatchNormalization, RbfSimilarity, and ArcCosineSimilarity. Weights stored as float16, uint8, or
 * uint16 are restored to float32; sums are computed in float64.
 *
 * @param files `model.json` and `weights.bin`, as `save` returns them or any TensorFlow.js program writes them
 * @throws {SerError} `unsupported-network` for any other network, with `layer` the name of the first unsupported layer:
 *   load it with `loadClassifier` of `@ser/models`
 * @throws {SerError} `invalid-model-files` when a file is missing, cut short, or belongs to another model; `file` names it
 *
 * @example
 * const classifier = loadClassifier({
 *   'model.json': await readFile('model/model.json'),
 *   'weights.bin': await readFile('model/weights.bin'),
 * });
 * const probabilities = await classifier.predictProbabilities(x);
 */
export function loadClassifier(files: ClassifierFiles): Classifier {
  return new LoadedClassifier(readNetwork(files), files);
}

class LoadedClassifier implements Classifier {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  #loaded: { readonly network: Network; readonly files: ClassifierFiles } | undefined;

  constructor(network: Network, files: ClassifierFiles) {
    this.inputShape = network.inputShape;
    this.nClasses = network.nClasses;
    this.#loaded = { network, files: { ...files } };
  }

  async predictProbabilities(x: Examples): Promise<Float32Array> {
    const { network } = this.#requireLoaded();
    const { inputShape, nClasses } = network;
    const nExamples = countExamples(x, inputShape);
    const size = exampleSize(inputShape);
    const probabilities = new Float32Array(nExamples * nClasses);
    for (let start = 0; start < nExamples; start += batchSize) {
      if (start > 0) await nextTurn();
      const end = Math.min(start + batchSize, nExamples);
      const batch = x.data.subarray(start * size, end * size);
      probabilities.set(forward(network, batch, end - start), start * nClasses);
    }
    return probabilities;
  }

  async save(): Promise<ClassifierFiles> {
    return { ...this.#requireLoaded().files };
  }

  dispose(): void {
    this.#loaded = undefined;
  }

  #requireLoaded() {
    if (this.#loaded) return this.#loaded;
    throw new ClassifierError('disposed', 'The classifier was disposed. Load it again to use it.');
  }
}

function forward({ layers }: Network, batch: Float32Array, nExamples: number): Float32Array {
  return layers.reduce((x, layer) => layer.apply(x, nExamples), batch);
}
