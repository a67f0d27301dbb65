/** Loss and number of hits of one batch. */
export interface BatchScore {
  /** Mean loss over the batch. */
  readonly loss: number;
  readonly nCorrect: number;
  readonly nExamples: number;
}

/** Mean loss and accuracy over batches, each counted by its examples, as the metrics of Keras. */
export class RunningScore {
  #loss = 0;
  #nCorrect = 0;
  #nExamples = 0;

  add({ loss, nCorrect, nExamples }: BatchScore): void {
    this.#loss += loss * nExamples;
    this.#nCorrect += nCorrect;
    this.#nExamples += nExamples;
  }

  get loss(): number {
    return this.#loss / this.#nExamples;
  }

  get accuracy(): number {
    return this.#nCorrect / this.#nExamples;
  }
}

/**
 * Counts the rows whose greatest probability stands at the given class; the first one wins a tie.
 *
 * @param probabilities row-major, `[n, nClasses]`
 */
export function countCorrect(probabilities: ArrayLike<number>, classes: Int32Array): number {
  const nClasses = probabilities.length / classes.length;
  let nCorrect = 0;
  for (let row = 0; row < classes.length; row++) {
    let best = 0;
    for (let label = 1; label < nClasses; label++) {
      if (probabilities[row * nClasses + label]! > probabilities[row * nClasses + best]!) best = label;
    }
    if (best === classes[row]) nCorrect++;
  }
  return nCorrect;
}
