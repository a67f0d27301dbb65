import { checkSplit, makeSplit, type Fold, type Split, type Utterance } from '@ser/datasets';

/**
 * Moves some training recordings of each fold to its validation side, drawn at random within each emotion: for folds
 * with too few speakers for separate validation speakers. The test side stays the same.
 *
 * @param split without validation clips
 * @param fraction share of the training recordings, above 0 and below 1
 * @throws {SerError} `too-few-clips` if no training clips are left
 */
export function validateOnRecordings(
  split: Split,
  utterances: readonly Utterance[],
  fraction: number,
): Split {
  const folds = split.folds.map((fold) => ({
    ...fold,
    ...drawRecordings(fold.train, utterances, fraction, split.seed),
  }));
  // Here, validation and training have speakers in common, which `checkSplit` must not report as a leak. `split` itself
  // was checked: test speakers are in neither.
  checkSplit({ ...split, folds, speakerIndependent: false }, utterances);
  return { ...split, folds, protocol: split.protocol.replace(/\.$/, `; ${clause(fraction)}.`) };
}

function drawRecordings(
  ids: readonly string[],
  utterances: readonly Utterance[],
  fraction: number,
  seed: number,
): Pick<Fold, 'train' | 'validation'> {
  const trained = new Set(ids);
  const own = utterances.filter(({ id }) => trained.has(id));
  const { folds } = makeSplit(own, { kind: 'random', testFraction: fraction }, { seed });
  return { train: folds[0]!.train, validation: folds[0]!.test };
}

function clause(fraction: number): string {
  return (
    `because there are too few speakers for separate validation speakers, ${Math.round(fraction * 1000) / 10}% of the ` +
    "training speakers' recordings, drawn at random within each emotion, are used for validation"
  );
}
