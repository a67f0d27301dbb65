import type { ChosenSettings } from '../classifier/chosenSettings.js';
import type { Classifier, ClassifierFiles, TrainableClassifier } from '../classifier/classifier.js';
import type { EpochRecord } from '../classifier/epochRecord.js';
import type { Examples, StoredExamples } from '../classifier/examples.js';
import type { FitOptions } from '../classifier/fitOptions.js';
import type { ClassifierDescription, RidgeDescription } from '../description/classifierDescription.js';
import { ClassifierError } from '../errors.js';
import { scorePredictions, validationScores } from '../scores/scorePredictions.js';
import type { ClassifierBackend } from './classifierBackend.js';
import {
  fitClassifier,
  type FitClassifierOptions,
  type FittedFiles,
  fitStoredRidge,
} from './fitClassifier.js';

/** What a classifier is made for, and what computes it. */
export interface FittedClassifierOptions {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  readonly backend: ClassifierBackend;
}

/** A classifier that is fitted without epochs, with the same interface as a network. */
export class FittedClassifier implements TrainableClassifier {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  readonly fitStored?: (
    x: StoredExamples,
    y: Int32Array,
    options: FitOptions,
  ) => Promise<readonly EpochRecord[]>;
  readonly #description: ClassifierDescription;
  readonly #backend: ClassifierBackend;
  #fitted: { readonly classifier: Classifier; readonly files: ClassifierFiles } | undefined;
  #choice: ChosenSettings | undefined;

  constructor(description: ClassifierDescription, options: FittedClassifierOptions) {
    this.inputShape = options.inputShape;
    this.nClasses = options.nClasses;
    this.#description = description;
    this.#backend = options.backend;
    if (isStoredRidge(description)) {
      this.fitStored = (x, y, options) =>
        this.#fit((shared) => fitStoredRidge(description, x, y, shared), y, options);
    }
  }

  get choice(): ChosenSettings | undefined {
    return this.#choice;
  }

  fit(x: Examples, y: Int32Array, options: FitOptions): Promise<readonly EpochRecord[]> {
    return this.#fit((shared) => fitClassifier(this.#description, x, y, shared), y, options);
  }

  async #fit(
    fitFiles: (shared: FitClassifierOptions) => Promise<FittedFiles>,
    y: Int32Array,
    options: FitOptions,
  ): Promise<readonly EpochRecord[]> {
    const { inputShape, nClasses } = this;
    const multiplier = this.#backend.openMultiplier();
    try {
      const { files, choice, probabilities } = await fitFiles({
        ...options,
        multiplier,
        inputShape,
        nClasses,
      });
      await this.#replace(files, choice);
      const record: EpochRecord = {
        epoch: 1,
        learningRate: 0,
        ...scorePredictions(probabilities, y, nClasses),
        ...(await this.#validate(options)),
      };
      options.onEpoch?.(record);
      return [record];
    } finally {
      await multiplier.dispose();
    }
  }

  predictProbabilities(x: Examples): Promise<Float32Array> {
    return this.#requireFitted().classifier.predictProbabilities(x);
  }

  async save(): Promise<ClassifierFiles> {
    return { ...this.#requireFitted().files };
  }

  dispose(): void {
    this.#fitted?.classifier.dispose();
    this.#fitted = undefined;
  }

  async #replace(files: ClassifierFiles, choice: ChosenSettings): Promise<void> {
    const classifier = await this.#backend.loadClassifier(files);
    this.dispose();
    this.#fitted = { classifier, files };
    this.#choice = choice;
  }

  async #validate({ validation, signal }: FitOptions) {
    if (!validation) return {};
    signal?.throwIfAborted();
    const probabilities = await this.predictProbabilities(validation.x);
    return validationScores(scorePredictions(probabilities, validation.y, this.nClasses));
  }

  #requireFitted() {
    if (this.#fitted) return this.#fitted;
    throw new ClassifierError('not-fitted', 'The classifier has no weights: call `fit` before you use it.');
  }
}

/** Whether the classifier is one linear function of the features with normal equations of its own. */
function isStoredRidge(description: ClassifierDescription): description is RidgeDescription {
  return description.kind === 'ridge' && description.domainMean !== true;
}
