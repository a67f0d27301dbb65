import { corpora } from './corpora/corpora.js';
import { DatasetError } from './errors.js';
import type { Utterance } from './utterance.js';

/**
 * The utterances whose emotion is among `labels`, in their order.
 *
 * @throws {SerError} `unknown-label` when a label is in no corpus, listing those that are;
 *   `invalid-option` when `labels` is empty or names one twice
 */
export function selectLabels(
  utterances: readonly Utterance[],
  labels: readonly string[],
): readonly Utterance[] {
  if (labels.length === 0) {
    throw new DatasetError('invalid-option', 'Expected `labels` to name at least one emotion, got none.');
  }
  const known = new Set([
    ...corpora.flatMap((corpus) => corpus.labels),
    ...utterances.map(({ emotion }) => emotion),
  ]);
  const chosen = new Set<string>();
  for (const label of labels) {
    if (!known.has(label)) {
      throw new DatasetError(
        'unknown-label',
        `No corpus has the label \`${label}\`. Known: ${[...known].sort().join(', ')}.`,
      );
    }
    if (chosen.has(label)) {
      throw new DatasetError('invalid-option', `Expected \`labels\` to be distinct, got \`${label}\` twice.`);
    }
    chosen.add(label);
  }
  return utterances.filter(({ emotion }) => chosen.has(emotion));
}
