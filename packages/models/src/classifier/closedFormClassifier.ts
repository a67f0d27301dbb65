import type { ChosenSettings } from '@ser/classifiers';
import type { ClassifierDescription } from '@ser/classifiers';
import type { Examples } from '@ser/classifiers';
import { ClassTally } from '@ser/classifiers';
import type { ClassifierFiles, TrainableClassifier } from '@ser/classifiers';
import type { Engine } from '../engine/engine.js';
import { crossEntropyOf } from '../training/crossEntropy.js';
import type { EpochRecord } from '@ser/classifiers';
import { targetsOf } from '../training/targets.js';
import type { TrainingOptions } from '../training/trainingOptions.js';
import { validate } from '../training/validate.js';
import type { CreateClassifierOptions } from './createClassifier.js';
import { fitClosedForm } from './fitClosedForm.js';
import { linearNetwork } from './linearNetwork.js';
import { NetworkClassifier } from './networkClassifier.js';

/**
 * A classifier that is fitted in one go, behind the same face as a network. Until then every class is as probable as
 * any other. Of the training options it takes `groups`, `domains`, `copies`, `validation`, `signal` and `onEpoch`.
 */
export class ClosedFormClassifier implements TrainableClassifier<TrainingOptions> {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  readonly #description: ClassifierDescription;
  readonly #engine: Engine;
  #network: NetworkClassifier;
  #choice: ChosenSettings | undefined;

  constructor(description: ClassifierDescription, { engine, inputShape, nClasses }: CreateClassifierOptions) {
    this.inputShape = inputShape;
    this.nClasses = nClasses;
    this.#description = description;
    this.#engine = engine;
    this.#network = new NetworkClassifier(linearNetwork(inputShape, nClasses), engine);
  }

  get choice(): ChosenSettings | undefined {
    return this.#choice;
  }

  get network(): NetworkClassifier {
    return this.#network;
  }

  async fit(x: Examples, y: Int32Array, options: TrainingOptions): Promise<readonly EpochRecord[]> {
    const { inputShape, nClasses } = this;
    const engine = this.#engine;
    const { groups, domains, copies, signal, validation } = options;
    const { model, choice, probabilities } = await fitClosedForm(this.#description, x, y, {
      engine,
      inputShape,
      nClasses,
      groups,
      domains,
      copies,
      signal,
    });
    this.#network.dispose();
    this.#network = new NetworkClassifier(model, engine);
    this.#choice = choice;
    const record: EpochRecord = {
      epoch: 1,
      learningRate: 0,
      ...figuresOf(probabilities, y, nClasses),
      ...(await validate(model, { validation, signal, engine })),
    };
    options.onEpoch?.(record);
    return [record];
  }

  predictProbabilities(x: Examples): Promise<Float32Array> {
    return this.#network.predictProbabilities(x);
  }

  save(): Promise<ClassifierFiles> {
    return this.#network.save();
  }

  dispose(): void {
    this.#network.dispose();
  }
}

function figuresOf(probabilities: Float32Array, y: Int32Array, nClasses: number) {
  const tally = new ClassTally(nClasses);
  tally.add(probabilities, y);
  return { loss: crossEntropyOf(probabilities, targetsOf(y, nClasses), y.length), ...tally.scores };
}
