import type { Split } from '@ser/datasets';
import type { Scores } from '@ser/metrics';
import { speakersOf } from '../data/speakersOf.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { SearchSpace, TrialMetric } from '../recipe/searchSpace.js';
import type { Search } from './drawSearch.js';
import type { HoldOut } from './holdOut.js';
import type { Trial, TrialValues } from './sampleTrials.js';
import type { SearchMethod } from './searchPlan.js';
import type { ScoredOutcome, TrialOutcome } from './trialOutcome.js';

/** All results of a search, as in `tuning.json` and `tuning.html`. */
export interface TuningMetrics {
  /** Name of the recipe that was searched. */
  readonly recipe: string;
  readonly title: string;
  readonly seed: number;
  /** Name of the engine. */
  readonly engine: string;
  readonly method: SearchMethod;
  /** The score that ranks the trials. */
  readonly metric: TrialMetric;
  readonly parameters: SearchSpace['parameters'];
  /** Epochs of each rung; empty if trials differ in epochs. */
  readonly rungs: readonly number[];
  readonly speakers: TuningSpeakers;
  /** By number. */
  readonly trials: readonly TrialSummary[];
  /** The trial with the values of the best recipe, and its scores on the validation speakers, by which it was chosen. */
  readonly best: BestTrial;
  /** The scores of the best recipe on the test speakers, which were not used in the search. */
  readonly test: Pick<
    RunMetrics,
    'protocol' | 'synthetic' | 'chance' | 'pooled' | 'interval' | 'corpora' | 'skipped'
  >;
  readonly seconds: TuningSeconds;
}

export interface BestTrial extends Trial {
  readonly epochs: number;
  readonly scores: Scores;
}

/** The speakers of each part, as `corpus/name` if there are several corpora. */
export interface TuningSpeakers {
  /** Trials were trained on them. */
  readonly train: readonly string[];
  /** Trials used them for validation during training, if the recipe does. */
  readonly watched: readonly string[];
  /** Trials were scored on them. */
  readonly validation: readonly string[];
  /** The best recipe was tested on them, once. */
  readonly test: readonly string[];
}

/** A trial, and its results at each rung that it reached. */
export interface TrialSummary {
  readonly trial: number;
  readonly values: TrialValues;
  readonly rungs: readonly Omit<TrialOutcome, 'trial'>[];
}

export interface TuningSeconds {
  /** The sum over all trainings of trials, including earlier sessions. */
  readonly trials: number;
  /** For training and testing the best recipe. */
  readonly best: number;
}

/** A search and its results. */
export interface TuningOutcome {
  readonly search: Search;
  readonly parts: HoldOut;
  readonly outcomes: readonly TrialOutcome[];
  readonly winner: ScoredOutcome;
  /** The run of the best recipe. */
  readonly measured: RunMetrics;
}

/** All results of a search, for `tuning.json`. */
export function tuningMetrics({ search, parts, outcomes, winner, measured }: TuningOutcome): TuningMetrics {
  const { recipe, space, plan, trials } = search;
  const { trial, epochs, scores } = winner;
  const { protocol, synthetic, chance, pooled, interval, corpora, skipped } = measured;
  return {
    recipe: recipe.name,
    title: recipe.title,
    seed: recipe.seed,
    engine: measured.engine,
    method: plan.method,
    metric: space.metric,
    parameters: space.parameters,
    rungs: plan.rungs,
    speakers: tuningSpeakers(parts),
    trials: trials.map((one) => ({ ...one, rungs: rungsReached(one, outcomes) })),
    best: { trial, epochs, values: trials[trial - 1]!.values, scores },
    test: { protocol, synthetic, chance, pooled, interval, corpora, skipped },
    seconds: {
      trials: rounded(outcomes.reduce((sum, { seconds }) => sum + seconds, 0)),
      best: measured.seconds.total,
    },
  };
}

function tuningSpeakers({ outer, inner, all }: HoldOut): TuningSpeakers {
  const speakers = ({ folds }: Split, side: 'train' | 'validation' | 'test') => {
    const ids = new Set(folds[0]![side]);
    return speakersOf(
      all.utterances.filter(({ id }) => ids.has(id)),
      all.utterances,
    );
  };
  return {
    train: speakers(inner, 'train'),
    watched: speakers(inner, 'validation'),
    validation: speakers(inner, 'test'),
    test: speakers(outer, 'test'),
  };
}

function rungsReached({ trial }: Trial, outcomes: readonly TrialOutcome[]): TrialSummary['rungs'] {
  return outcomes
    .filter((outcome) => outcome.trial === trial)
    .map(({ epochs, scores, failure, seconds }) => ({
      epochs,
      ...(scores && { scores }),
      ...(failure && { failure }),
      seconds,
    }))
    .sort((a, b) => a.epochs - b.epochs);
}

function rounded(seconds: number): number {
  return Math.round(1000 * seconds) / 1000;
}
