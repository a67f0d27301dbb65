import type { Engine } from '@ser/models';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import type { RunSeconds } from '../progress/runSeconds.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { ClipPrediction } from '../training/predict.js';
import { measure } from './measure.js';
import { corpusSummaries } from './metricsOfRun.js';
import type { CorpusSummary, Measures } from './runMetrics.js';

/** All results of an evaluation, as in `metrics.json` and in the report. */
export interface EvaluationMetrics extends Measures {
  /** Name of the recipe that trained the model. */
  readonly recipe: string;
  /** A sentence that describes the split. */
  readonly protocol: string;
  /** Whether the model was trained on none of the tested speakers. */
  readonly speakerIndependent: boolean;
  /** Whether some of the tested voices are synthetic. */
  readonly synthetic: boolean;
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Seed of the bootstrap. */
  readonly seed: number;
  /** Name of the engine; `null` if the caller did not give it. */
  readonly engine: Engine['name'] | null;
  /** The corpora and speakers that the model was trained on. */
  readonly trainedOn: RecognizerCard['trainedOn'];
  /** The tested speakers that the model was trained on. */
  readonly trainedSpeakers: readonly string[];
  /** The corpora that it was tested on. */
  readonly corpora: readonly CorpusSummary[];
  readonly seconds: RunSeconds;
  /** Clips that were not tested because they are unreadable or silent. */
  readonly skipped: readonly SkippedClip[];
}

/** An evaluation and its results. */
export interface EvaluationOutcome {
  readonly card: RecognizerCard;
  readonly labels: readonly string[];
  readonly listing: Listing;
  /** The tested speakers that the model was trained on. */
  readonly known: readonly string[];
  readonly predictions: readonly ClipPrediction[];
  readonly skipped: readonly SkippedClip[];
  readonly engine: Engine | undefined;
  readonly seed: number;
  readonly seconds: RunSeconds;
}

/** All results of an evaluation, for `metrics.json`. */
export function evaluationMetrics(outcome: EvaluationOutcome): EvaluationMetrics {
  const { card, labels, listing, known, predictions, skipped, engine, seed, seconds } = outcome;
  return {
    recipe: card.recipe,
    protocol: protocolOf(known),
    speakerIndependent: known.length === 0,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine?.name ?? null,
    ...measure([predictions], { labels, seed }),
    trainedOn: card.trainedOn,
    trainedSpeakers: known,
    corpora: corpusSummaries(
      listing,
      predictions.map(({ utterance }) => utterance),
    ),
    seconds,
    skipped,
  };
}

function protocolOf(known: readonly string[]): string {
  if (known.length === 0)
    return 'Speaker-independent: a saved model, tested on speakers that it was not trained on.';
  return (
    `Speaker-dependent: a saved model, tested on clips that include ${known.length} of the speakers that it was ` +
    'trained on, so the scores are too high for unseen speakers.'
  );
}
