import { requireInteger } from '@ser/core';
import { MetricsError } from '../errors.js';
import type { Outcome } from './outcome.js';

/** @throws {SerError} `length-mismatch`, `invalid-class`, `invalid-option` unless the labels are an outcome */
export function checkLabels({ actual, predicted, nClasses }: Outcome): void {
  requireInteger('nClasses', nClasses, { min: 1, max: 2 ** 16 });
  if (actual.length !== predicted.length) {
    throw new MetricsError(
      'length-mismatch',
      `\`actual\` and \`predicted\` must have the same length; got ${actual.length} and ${predicted.length}.`,
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
    `\`${side}[${item}]\` must be a class index from 0 to ${nClasses - 1}; got ${value}. Pass indices into the labels, not labels.`,
  );
}
