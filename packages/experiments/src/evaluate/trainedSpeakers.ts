import type { Utterance } from '@ser/datasets';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import { ExperimentError } from '../errors.js';

/** How many speakers an error names before it says "and n more". */
const namedSpeakers = 8;

/**
 * The speakers of a listing that a model was trained on, each with its corpus: `ravdess/03`.
 *
 * A synthetic voice with the same name as a speaker of the corpus is a different speaker.
 */
export function trainedSpeakers(
  { trainedOn }: RecognizerCard,
  { corpora, utterances }: Listing,
): readonly string[] {
  const isKnown = ({ corpus, speaker = '?' }: Utterance) => {
    const { synthetic } = corpora.find(({ name }) => name === corpus)!;
    return trainedOn.some(
      (part) => part.corpus === corpus && part.synthetic === synthetic && part.speakers.includes(speaker),
    );
  };
  const known = utterances.filter(isKnown);
  return [...new Set(known.map(({ corpus }) => corpus))].flatMap((corpus) => {
    const own = known.filter((utterance) => utterance.corpus === corpus);
    return speakersOf(own, own).map((speaker) => `${corpus}/${speaker}`);
  });
}

/** @throws {SerError} `trained-speakers`, naming the speakers and the option that allows them */
export function refuseTrainedSpeakers(speakers: readonly string[]): void {
  if (speakers.length === 0) return;
  const named = speakers.slice(0, namedSpeakers).join(', ');
  const rest = speakers.length > namedSpeakers ? ` and ${speakers.length - namedSpeakers} more` : '';
  throw new ExperimentError(
    'trained-speakers',
    `The model must not have been trained on the tested speakers; it was trained on ${named}${rest}. Scores on known ` +
      'speakers say nothing about unseen ones. Use clips of other speakers, or set `allowTrainedSpeakers` ' +
      '(`--allow-trained-speakers`) to test anyway.',
  );
}
