import type { Scores } from '@ser/metrics';
import type { TrialMetric } from '../recipe/searchSpace.js';

/** A trial to train for a number of epochs. */
export interface TrialJob {
  /** Number of the trial, from 1. */
  readonly trial: number;
  readonly epochs: number;
}

/** The result of a job: scores on the validation speakers, or why there are none. */
export interface TrialOutcome extends TrialJob {
  readonly scores?: Scores;
  /** Why the network cannot be built or trained with these values; the search continues without the trial. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** Wall time of the job in seconds. */
  readonly seconds: number;
}

/** The results with scores, the best first; of equals, the trial with the lower number first. */
export function ranked(outcomes: readonly TrialOutcome[], metric: TrialMetric): readonly ScoredOutcome[] {
  return outcomes.filter(hasScores).sort((a, b) => b.scores[metric] - a.scores[metric] || a.trial - b.trial);
}

export type ScoredOutcome = TrialOutcome & { readonly scores: Scores };

function hasScores(outcome: TrialOutcome): outcome is ScoredOutcome {
  return outcome.scores !== undefined;
}
