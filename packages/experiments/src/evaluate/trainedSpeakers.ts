import type { Utterance } from '@ser/datasets';
import type { RecognizerCard } from '@ser/recognizer';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import { ExperimentError } from '../errors.js';

/** Speakers named in an error before it says "and n more". */
const NAMED_SPEAKERS = 8;

/**
 * The speakers of a listing whom a model has heard in training, each with its corpus: `ravdess/03`.
 *
 * A synthetic voice is nobody of the corpus whose names it borrows.
 */
export function trainedSpeakers(
  { trainedOn }: RecognizerCard,
  { corpora, utterances }: Listing,
): readonly string[] {
  const hasHeard = ({ corpus, speaker }: Utterance) => {
    const { synthetic } = corpora.find(({ name }) => name === corpus)!;
    return trainedOn.some(
      (heard) => heard.corpus === corpus && heard.synthetic === synthetic && heard.speakers.includes(speaker),
    );
  };
  const heard = utterances.filter(hasHeard);
  return [...new Set(heard.map(({ corpus }) => corpus))].flatMap((corpus) => {
    const own = heard.filter((utterance) => utterance.corpus === corpus);
    return speakersOf(own, own).map((speaker) => `${corpus}/${speaker}`);
  });
}

/** @throws {SerError} `trained-speakers`, naming them and what allows them */
export function refuseTrainedSpeakers(speakers: readonly string[]): void {
  if (speakers.length === 0) return;
  const named = speakers.slice(0, NAMED_SPEAKERS).join(', ');
  const rest = speakers.length > NAMED_SPEAKERS ? ` and ${speakers.length - NAMED_SPEAKERS} more` : '';
  throw new ExperimentError(
    'trained-speakers',
    `The model has heard these speakers in training: ${named}${rest}. A figure on voices it knows says nothing about ` +
      'new ones. Give clips of other speakers, or ask for it all the same with `allowTrainedSpeakers` ' +
      '(`--allow-trained-speakers`).',
  );
}
