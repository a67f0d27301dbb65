/** Largest number of folds of one round. */
const maxFolds = 20;

/** Rounds with different partners; the scores of an example are the mean over them. */
const nRounds = 3;

/**
 * The examples that each fold leaves out: one of every class, or the same share of every class if one has more than 20
 * examples. An example that is left out alone would leave its class with fewer examples than the others, which makes
 * estimates from few examples much too low.
 *
 * @param labels the class of each example
 * @returns indices of the examples that each fold leaves out; every example is in at least `nRounds` folds
 */
export function heldOutFolds(labels: readonly number[]): readonly (readonly number[])[] {
  const classes = [...new Set(labels)].sort((a, b) => a - b);
  const members = classes.map((c) => [...labels.keys()].filter((i) => labels[i] === c));
  const nFolds = Math.min(maxFolds, Math.max(0, ...members.map(({ length }) => length)));
  return Array.from({ length: nRounds * nFolds }, (_, index) => {
    const [round, fold] = [Math.floor(index / nFolds), index % nFolds];
    return members.flatMap((ofClass, c) => {
      const step = fold + round * c;
      if (ofClass.length < nFolds) return ofClass[step % ofClass.length]!;
      return ofClass.filter((_, i) => (i + nFolds * maxFolds - step) % nFolds === 0);
    });
  });
}
