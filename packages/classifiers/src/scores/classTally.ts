import type { EpochScores } from '../classifier/epochRecord.js';

/** Counts how often the examples of each class are predicted as each class. */
export class ClassTally {
  readonly #nClasses: number;
  /** Row-major: one row per class, one column per predicted class. */
  readonly #counts: Float64Array;

  constructor(nClasses: number) {
    this.#nClasses = nClasses;
    this.#counts = new Float64Array(nClasses * nClasses);
  }

  /**
   * Counts each row as a prediction: the class of the highest probability, the first one at a tie.
   *
   * @param probabilities row-major, `[n, nClasses]`
   * @param y class of each example
   */
  add(probabilities: ArrayLike<number>, y: Int32Array): void {
    const nClasses = this.#nClasses;
    for (let row = 0; row < y.length; row++) {
      let prediction = 0;
      for (let label = 1; label < nClasses; label++) {
        if (probabilities[row * nClasses + label]! > probabilities[row * nClasses + prediction]!)
          prediction = label;
      }
      this.#counts[y[row]! * nClasses + prediction]!++;
    }
  }

  /**
   * @see sklearn.metrics.precision_recall_fscore_support with `average='macro'`, `zero_division=0` and all labels;
   *   balanced_accuracy_score for `uar`
   */
  get scores(): EpochScores {
    const classes = Array.from({ length: this.#nClasses }, (_, label) => this.#ofClass(label));
    const present = classes.filter(({ support }) => support > 0);
    const recalls = present.map(({ hits, support }) => hits / support);
    return {
      accuracy: sum(classes.map(({ hits }) => hits)) / sum(classes.map(({ support }) => support)),
      precision: mean(classes.map(({ hits, predicted }) => (predicted > 0 ? hits / predicted : 0))),
      recall: sum(recalls) / classes.length,
      f1: mean(
        classes.map(({ hits, support, predicted }) => (hits > 0 ? (2 * hits) / (support + predicted) : 0)),
      ),
      uar: mean(recalls),
    };
  }

  #ofClass(label: number) {
    const nClasses = this.#nClasses;
    const others = Array.from({ length: nClasses }, (_, other) => other);
    return {
      hits: this.#counts[label * nClasses + label]!,
      support: sum(others.map((prediction) => this.#counts[label * nClasses + prediction]!)),
      predicted: sum(others.map((actual) => this.#counts[actual * nClasses + label]!)),
    };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
