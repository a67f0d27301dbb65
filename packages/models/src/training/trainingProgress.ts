import type { EpochRecord } from '@ser/classifiers';
import { EarlyStopping } from './callbacks/earlyStopping.js';
import { ReduceLearningRateOnPlateau } from './callbacks/reduceLearningRateOnPlateau.js';
import { scheduledLearningRate } from './learningRateSchedule.js';
import { learningRateOf } from './optimizers/optimizerDefaults.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { TrainingState, WeightValues } from './state/trainingState.js';
import type { TrainingOptions } from './trainingOptions.js';

/** The part of the training state that is held here. */
type ProgressState = Omit<TrainingState, 'setup' | 'weights' | 'optimizer'>;

/** The progress of training without the weights: history, learning rate, and the state of the callbacks. */
export class TrainingProgress {
  readonly #options: TrainingOptions;
  readonly #epochs: number;
  readonly #history: EpochRecord[];
  readonly #stopping: EarlyStopping | undefined;
  readonly #plateau: ReduceLearningRateOnPlateau | undefined;
  readonly #initialLearningRate: number;
  #learningRate: number;
  #bestWeights: WeightValues | undefined;

  constructor(options: TrainingOptions, epochs: number, optimizer: OptimizerDescription) {
    const { resume, earlyStopping, reduceLearningRateOnPlateau: plateau } = options;
    this.#options = options;
    this.#epochs = epochs;
    this.#initialLearningRate = learningRateOf(optimizer);
    this.#history = [...(resume?.history ?? [])];
    this.#learningRate = resume?.learningRate ?? this.#initialLearningRate;
    this.#bestWeights = resume?.bestWeights;
    this.#stopping = earlyStopping && new EarlyStopping(earlyStopping, resume?.earlyStopping);
    this.#plateau = plateau && new ReduceLearningRateOnPlateau(plateau, resume?.reduceLearningRateOnPlateau);
  }

  get history(): readonly EpochRecord[] {
    return this.#history;
  }

  /** Number of finished epochs. */
  get epoch(): number {
    return this.#history.length;
  }

  get finished(): boolean {
    return this.epoch >= this.#epochs || this.#stopping?.memory.stopped === true;
  }

  /** Weights to restore at the end, unless the last ones are kept. */
  get bestWeights(): WeightValues | undefined {
    return this.#bestWeights;
  }

  /** @param step counted from 0 over all epochs */
  learningRateAt(step: number): number {
    const { learningRateSchedule: schedule } = this.#options;
    return schedule ? scheduledLearningRate(schedule, this.#initialLearningRate, step) : this.#learningRate;
  }

  /** Adds the record of an epoch. @param weights reads the weights of the model */
  endEpoch(record: EpochRecord, weights: () => WeightValues): void {
    this.#history.push(record);
    const isBest = this.#stopping?.observe(record);
    if (isBest && this.#options.earlyStopping?.restoreBestWeights) this.#bestWeights = weights();
    if (this.#plateau) this.#learningRate = this.#plateau.observe(record, this.#learningRate);
  }

  get state(): ProgressState {
    return {
      epoch: this.epoch,
      learningRate: this.#learningRate,
      history: [...this.#history],
      ...(this.#stopping && { earlyStopping: this.#stopping.memory }),
      ...(this.#bestWeights && { bestWeights: this.#bestWeights }),
      ...(this.#plateau && { reduceLearningRateOnPlateau: this.#plateau.memory }),
    };
  }
}
