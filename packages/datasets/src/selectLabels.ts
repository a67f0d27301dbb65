import { didYouMean, invalidOption } from '@ser/core';
import { DatasetError } from './errors.js';
import { emotions, type Utterance } from './utterance.js';

/**
 * Selects the utterances whose emotion is one of `labels`, in their order.
 *
 * @throws {SerError} `unknown-label` if neither the utterances nor `emotions` have the label; `invalid-option` if
 *   `labels` is empty or contains a label twice
 *
 * @example
 * const fourClasses = selectLabels(utterances, ['angry', 'happy', 'neutral', 'sad']);
 */
export function selectLabels(
  utterances: readonly Utterance[],
  labels: readonly string[],
): readonly Utterance[] {
  if (labels.length === 0 || new Set(labels).size < labels.length) {
    throw invalidOption('labels', 'a list of one or more different labels', labels);
  }
  const known = new Set<string>([...emotions, ...utterances.map(({ emotion }) => emotion)]);
  const unknown = labels.find((label) => !known.has(label));
  if (unknown !== undefined) {
    throw new DatasetError(
      'unknown-label',
      `\`labels\` must contain only known labels; got '${unknown}'. Use some of ${[...known].sort().join(', ')}.` +
        didYouMean(unknown, known),
    );
  }
  return utterances.filter(({ emotion }) => labels.includes(emotion));
}
