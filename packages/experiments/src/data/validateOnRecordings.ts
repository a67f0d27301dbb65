import { checkSplit, makeSplit } from '@ser/datasets';
import type { Fold, Split, Utterance } from '@ser/datasets';

/**
 * Sets some recordings of the training side of each fold apart for validation, drawn at random within each emotion:
 * for folds with too few speakers to set whole ones apart. What is tested stays as it is.
 *
 * @param split without validation clips
 * @param fraction share of the training recordings, above 0 and below 1
 * @throws {SerError} `too-few-clips` when none is left to learn from
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
  // Validation shares its speakers with training here, which `checkSplit` must not take for a leak; `split` itself
  // has been checked to keep tested speakers away from both.
  checkSplit({ ...split, folds, speakerIndependent: false }, utterances);
  return { ...split, folds, protocol: split.protocol.replace(/\.$/, `; ${clause(fraction)}.`) };
}

function drawRecordings(
  ids: readonly string[],
  utterances: readonly Utterance[],
  fraction: number,
  seed: number,
): Pick<Fold, 'train' | 'validation'> {
  const among = new Set(ids);
  const own = utterances.filter(({ id }) => among.has(id));
  const { folds } = makeSplit(own, { kind: 'random', testFraction: fraction }, { seed });
  return { train: folds[0]!.train, validation: folds[0]!.test };
}

function clause(fraction: number): string {
  return (
    `as there are too few speakers to set any apart, ${Math.round(fraction * 1000) / 10} % of the training speakers' ` +
    'recordings, drawn at random within each emotion, serve as validation'
  );
}
