import { MetricsError } from './errors.js';
import type { Outcome } from './types.js';

/** Refuses what is not an outcome: lengths that differ, a class that is not in the list of labels. */
export function checkLabels({ actual, predicted, nClasses }: Outcome): void {
  if (!Number.isInteger(nClasses) || nClasses < 1) {
    throw new MetricsError(
      'invalid-option',
      `\`nClasses\` must be a whole number >= 1, got \`${nClasses}\`.`,
    );
  }
  if (actual.length !== predicted.length) {
    throw new MetricsError(
      'length-mismatch',
      `\`actual\` and \`predicted\` must name the same items, got ${actual.length} and ${predicted.length}.`,
    );
  }
  for (let item = 0; item < actual.length; item++) {
    checkClass('actual', actual[item]!, item, nClasses);
    checkClass('predicted', predicted[item]!, item, nClasses);
  }
}

function checkClass(side: string, value: number, item: number, nClasses: number): void {
  if (value >>> 0 === value && value < nClasses) return;
  throw new MetricsError(
    'invalid-class',
    `\`${side}[${item}]\` must be a class index 0 … ${nClasses - 1}, got \`${value}\`. Pass indices into the labels, not labels.`,
  );
}
