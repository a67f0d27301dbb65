import type { Utterance } from '@ser/datasets';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extract.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import { strangersSentence } from '../recipe/normalizationSentence.js';
import type { FinalModel } from '../training/finalModel.js';

/** What must be known about a model wherever it goes: who it has heard, and what its figure means. */
export function recognizerCard(
  { rows, refitted }: FinalModel,
  { utterances }: Pick<ExtractedClips, 'utterances'>,
  { corpora }: Listing,
  metrics: RunMetrics,
): RecognizerCard {
  const { interval } = metrics;
  const heard = rows.map((row) => utterances[row]!);
  return {
    recipe: metrics.recipe,
    trainedOn: corpora.map(({ name, title, licence, synthetic }) => ({
      corpus: name,
      title,
      license: licence,
      synthetic,
      speakers: namesIn(name, heard),
    })),
    protocol: protocolOf(metrics, refitted),
    uar: metrics.pooled.uar,
    ...(interval !== null && { uarInterval: { low: interval.low, high: interval.high } }),
    chance: metrics.chance,
  };
}

/** The protocol of the figures, and what else one must know to read them. */
function protocolOf(metrics: RunMetrics, refitted: boolean): string {
  const { strangers, sentence } = metrics.normalization;
  const sentences = [
    metrics.protocol,
    ...(strangers === null ? [] : [sentence]),
    ...(strangers === 'own' ? [strangersSentence] : []),
    ...(refitted ? [refitNote(metrics)] : []),
  ];
  return sentences.join(' ');
}

function namesIn(corpus: string, heard: readonly Utterance[]): readonly string[] {
  const own = heard.filter((utterance) => utterance.corpus === corpus);
  return speakersOf(own, own);
}

function refitNote({ folds }: RunMetrics): string {
  const told = folds.length > 1 ? 'that cross-validation' : 'that hold-out';
  return (
    `The figures come from ${told}; this model was then trained anew and has heard every speaker, ` +
    'so it cannot be tested on them again.'
  );
}
