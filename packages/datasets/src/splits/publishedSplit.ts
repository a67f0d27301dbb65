import { type IntegerSource, invalidOption } from '@ser/core';
import { findCorpus } from '../corpora/corpora.js';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { type PublishedSplit, publishedSplits } from './publishedSplits.js';
import { drawValidation, type Speaker, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { PublishedSplitRequest, Split } from './split.js';

/** Folds by speaker that others have published; see {@link PublishedSplitRequest}. */
export function publishedSplit(
  utterances: readonly Utterance[],
  { name, validationFraction }: PublishedSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const published = findPublished(name, utterances);
  const speakers = speakersOf(utterances);
  requireSpeakersInEachFold(published, speakers);
  rejectSecondValidation(published, validationFraction);
  const folds = published.folds.map((fold, i) => {
    const test = presentOf(fold.test, published, speakers);
    const validation = fold.validation
      ? presentOf(fold.validation, published, speakers)
      : drawValidation(speakers, test, validationFraction, random);
    return speakerFold(`${i + 1}`, speakers, { test, validation });
  });
  return {
    kind: `published:${name}`,
    protocol: protocolOf(published, speakers, validationFraction),
    speakerIndependent: true,
    folds,
  };
}

function findPublished(name: string, utterances: readonly Utterance[]): PublishedSplit {
  const present = [...new Set(utterances.map(({ corpus }) => corpus))].sort();
  const found = publishedSplits.find(
    (split) => split.name === name && present.every((one) => one === split.corpus),
  );
  if (!found) {
    const known = publishedSplits.map((split) => `${split.name} (${split.corpus})`).join(', ');
    throw new DatasetError(
      'unknown-split',
      `There is no published split '${name}' of ${present.join(' with ') || 'no utterances'}. Use one of ${known}, ` +
        "or the kind 'speaker-folds'.",
    );
  }
  return found;
}

function requireSpeakersInEachFold(published: PublishedSplit, speakers: readonly Speaker[]): void {
  published.folds.forEach((fold, i) => {
    for (const side of ['test', 'validation'] as const) {
      const named = fold[side];
      if (named && presentOf(named, published, speakers).length === 0) {
        throw new DatasetError(
          'too-few-speakers',
          `Fold ${i + 1} of '${published.name}' needs a ${side} speaker (${named.join(', ')}); the utterances ` +
            "contain none. Use the complete corpus, or the kind 'speaker-folds'.",
        );
      }
    }
  });
}

function rejectSecondValidation({ name, folds }: PublishedSplit, validationFraction = 0): void {
  if (validationFraction === 0 || !folds.some(({ validation }) => validation)) return;
  const required = `0 or not set for '${name}', which has its own validation speakers`;
  throw invalidOption('validationFraction', required, validationFraction);
}

function presentOf(
  named: readonly string[],
  { corpus }: PublishedSplit,
  speakers: readonly Speaker[],
): readonly Speaker[] {
  return speakers.filter(({ key }) => named.some((speaker) => key === `${corpus}/${speaker}`));
}

function protocolOf(
  { title, corpus, folds }: PublishedSplit,
  speakers: readonly Speaker[],
  validationFraction: number | undefined,
): string {
  const rounds = folds.length === 1 ? 'fold' : `${folds.length} folds`;
  const { expectedSpeakers } = findCorpus(corpus);
  const caveat =
    expectedSpeakers !== undefined && speakers.length < expectedSpeakers
      ? `; not comparable with published scores, because only ${speakers.length} of ${expectedSpeakers} speakers are used`
      : '';
  return (
    `Speaker-independent, the published ${rounds} of ${title}: no test speaker is in the training data` +
    `${folds.some(({ validation }) => validation) ? '; other published speakers are used for validation' : ''}` +
    `${validationClause(validationFraction)}${caveat}.`
  );
}
