import type { EpochRecord } from '@ser/classifiers';
import { ClassTally } from '@ser/classifiers/training';
import type { StepResult } from './trainer.js';

/** Loss and scores over batches, weighted by their numbers of examples, like the metrics of Keras. */
export class RunningScore {
  readonly #tally: ClassTally;
  #loss = 0;
  #nExamples = 0;

  constructor(nClasses: number) {
    this.#tally = new ClassTally(nClasses);
  }

  /** @param y class of each example of the batch */
  add({ loss, probabilities }: StepResult, y: Int32Array): void {
    this.#loss += loss * y.length;
    this.#nExamples += y.length;
    this.#tally.add(probabilities, y);
  }

  get loss(): number {
    return this.#loss / this.#nExamples;
  }

  get scores(): Omit<EpochRecord, 'epoch' | 'learningRate'> {
    return { loss: this.loss, ...this.#tally.scores };
  }
}
