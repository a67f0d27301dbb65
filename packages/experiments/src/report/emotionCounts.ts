import type { ClassCounts } from '@ser/charts';
import type { Utterance } from '@ser/datasets';
import type { FoldRows } from '../training/foldRows.js';

/** Clips of each emotion: by side if there is one fold, otherwise by corpus. */
export function emotionCounts(
  utterances: readonly Utterance[],
  labels: readonly string[],
  folds: readonly FoldRows[] = [],
): readonly ClassCounts[] {
  const [fold] = folds;
  if (fold === undefined || folds.length > 1) return countsByCorpus(utterances, labels);
  const sides = { training: fold.train, validation: fold.validation, test: fold.test };
  return Object.entries(sides)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => {
      const clips = rows.map((row) => utterances[row]!);
      return { name, counts: count(clips, labels) };
    });
}

function countsByCorpus(utterances: readonly Utterance[], labels: readonly string[]): readonly ClassCounts[] {
  return [...new Set(utterances.map(({ corpus }) => corpus))].map((name) => {
    const own = utterances.filter(({ corpus }) => corpus === name);
    return { name, counts: count(own, labels) };
  });
}

function count(utterances: readonly Utterance[], labels: readonly string[]): readonly number[] {
  return labels.map((label) => utterances.filter(({ emotion }) => emotion === label).length);
}
