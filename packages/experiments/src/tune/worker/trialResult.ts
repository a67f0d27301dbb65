import { SerError } from '@ser/core';
import type { Scores } from '@ser/metrics';
import type { TrainingResult } from './messages.js';

/** Errors that hyperparameter values can cause: networks that cannot be built, or that diverge in training. */
const errorsOfValues: ReadonlySet<string> = new Set([
  'diverged',
  'invalid-network',
  'invalid-option',
  'shape-mismatch',
]);

/** The scores of a trial, or the error that its own values caused; any other error is thrown. */
export async function trialResult(scores: Promise<Scores>): Promise<TrainingResult> {
  try {
    return { scores: await scores };
  } catch (error) {
    if (error instanceof SerError) {
      const { code, message } = error as SerError;
      if (errorsOfValues.has(code)) return { failure: { code, message } };
    }
    throw error;
  }
}
