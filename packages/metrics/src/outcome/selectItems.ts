import type { Outcome } from './outcome.js';

/** The outcome of some of the items. */
export function selectItems(outcome: Outcome, items: readonly number[]): Outcome {
  const { actual, predicted, nClasses, probabilities } = outcome;
  return {
    actual: items.map((item) => actual[item]!),
    predicted: items.map((item) => predicted[item]!),
    nClasses,
    ...(probabilities && { probabilities: selectRows(probabilities, nClasses, items) }),
  };
}

function selectRows(rows: ArrayLike<number>, width: number, items: readonly number[]): Float64Array {
  const selected = new Float64Array(items.length * width);
  items.forEach((item, row) => {
    for (let i = 0; i < width; i++) selected[row * width + i] = rows[item * width + i]!;
  });
  return selected;
}
