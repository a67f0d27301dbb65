import type { Engine } from '@ser/models';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import type { RunSeconds } from '../progress/runSeconds.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { ClipPrediction } from '../training/predict.js';
import { measure } from './measure.js';
import { corpusSummaries } from './metricsOfRun.js';
import type { CorpusSummary, Measures } from './runMetrics.js';

/** What a saved model was found to be worth, as `metrics.json` holds it and the report shows it. */
export interface EvaluationMetrics extends Measures {
  /** Name of the recipe the model was trained by. */
  readonly recipe: string;
  /** Who was trained on and who was tested, in one sentence. */
  readonly protocol: string;
  /** Whether the model has heard none of the tested speakers. */
  readonly speakerIndependent: boolean;
  /** Whether any of the tested voices is synthetic. */
  readonly synthetic: boolean;
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Of the bootstrap. */
  readonly seed: number;
  /** `null` when the caller did not name it. */
  readonly engine: Engine['name'] | null;
  /** Whom the model was trained on. */
  readonly trainedOn: RecognizerCard['trainedOn'];
  /** The tested speakers it has heard in training. */
  readonly trainedSpeakers: readonly string[];
  /** What it was tested on. */
  readonly corpora: readonly CorpusSummary[];
  readonly seconds: RunSeconds;
  /** Clips that were not tested because they cannot be read or are silent. */
  readonly skipped: readonly SkippedClip[];
}

/** What an evaluation was about, and what came of it. */
export interface EvaluationOutcome {
  readonly card: RecognizerCard;
  readonly labels: readonly string[];
  readonly listing: Listing;
  /** The tested speakers the model has heard. */
  readonly heard: readonly string[];
  readonly predictions: readonly ClipPrediction[];
  readonly skipped: readonly SkippedClip[];
  readonly engine: Engine | undefined;
  readonly seed: number;
  readonly seconds: RunSeconds;
}

/** Gathers all that an evaluation found out. */
export function evaluationMetrics(outcome: EvaluationOutcome): EvaluationMetrics {
  const { card, labels, listing, heard, predictions, skipped, engine, seed, seconds } = outcome;
  return {
    recipe: card.recipe,
    protocol: protocolOf(heard),
    speakerIndependent: heard.length === 0,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine?.name ?? null,
    ...measure([predictions], { labels, seed }),
    trainedOn: card.trainedOn,
    trainedSpeakers: heard,
    corpora: corpusSummaries(
      listing,
      predictions.map(({ utterance }) => utterance),
    ),
    seconds,
    skipped,
  };
}

function protocolOf(heard: readonly string[]): string {
  if (heard.length === 0)
    return 'Speaker-independent: a saved model, tested on speakers it was not trained on.';
  return (
    `Speaker-dependent: a saved model, tested on clips that include ${heard.length} of the speakers it was trained ` +
    'on, so the score overstates what new voices will get.'
  );
}
