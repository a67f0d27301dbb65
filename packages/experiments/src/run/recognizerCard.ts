import type { Utterance } from '@ser/datasets';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import { unseenSpeakersSentence } from '../recipe/normalizationSummary.js';
import type { FinalModel } from '../training/finalModel.js';

/** What users of a model must know: who it was trained on, and what its score means. */
export function recognizerCard(
  { rows, refitted }: FinalModel,
  { utterances }: Pick<ExtractedClips, 'utterances'>,
  { corpora }: Listing,
  metrics: RunMetrics,
): RecognizerCard {
  const { interval } = metrics;
  const trained = rows.map((row) => utterances[row]!);
  return {
    recipe: metrics.recipe,
    trainedOn: corpora.map(({ name, title, license, synthetic }) => ({
      corpus: name,
      title,
      license,
      synthetic,
      speakers: speakersIn(name, trained),
    })),
    protocol: protocolOf(metrics, refitted),
    uar: metrics.pooled.uar,
    ...(interval !== null && { uarInterval: { low: interval.low, high: interval.high } }),
    chance: metrics.chance,
  };
}

/** The protocol of the scores, and what else a reader must know. */
function protocolOf(metrics: RunMetrics, refitted: boolean): string {
  const { unseenSpeakers, sentence } = metrics.normalization;
  const sentences = [
    metrics.protocol,
    ...(unseenSpeakers === null ? [] : [sentence]),
    ...(unseenSpeakers === 'own' ? [unseenSpeakersSentence] : []),
    ...(refitted ? [refitNote(metrics)] : []),
  ];
  return sentences.join(' ');
}

function speakersIn(corpus: string, trained: readonly Utterance[]): readonly string[] {
  const own = trained.filter((utterance) => utterance.corpus === corpus);
  return speakersOf(own, own);
}

function refitNote({ folds }: RunMetrics): string {
  const source = folds.length > 1 ? 'that cross-validation' : 'that hold-out';
  return (
    `The scores are from ${source}. This model was then trained again on the clips of all speakers, so it cannot be ` +
    'tested on these speakers.'
  );
}
