import type { Scores } from '@ser/metrics';
import type { TrialMetric } from '../recipe/searchSpace.js';

/** A trial to be trained for so many epochs, from the first on. */
export interface TrialJob {
  /** Number of the trial, from 1. */
  readonly trial: number;
  readonly epochs: number;
}

/** What came of a job: either scores on the validation speakers, or why there are none. */
export interface TrialOutcome extends TrialJob {
  readonly scores?: Scores;
  /** The network cannot be built or trained with these values; the search goes on without the trial. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** Wall time of the job. */
  readonly seconds: number;
}

/** The outcomes that have scores, best first; of equals, the trial with the lower number. */
export function ranked(outcomes: readonly TrialOutcome[], metric: TrialMetric): readonly ScoredOutcome[] {
  return outcomes.filter(hasScores).sort((a, b) => b.scores[metric] - a.scores[metric] || a.trial - b.trial);
}

export type ScoredOutcome = TrialOutcome & { readonly scores: Scores };

function hasScores(outcome: TrialOutcome): outcome is ScoredOutcome {
  return outcome.scores !== undefined;
}
